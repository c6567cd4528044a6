// Shows our OpenAPI document, without asking any other host to validate it.
const page = document.getElementById("swagger-ui");
window.SwaggerUIBundle({
  url: page.dataset.document,
  domNode: page,
  validatorUrl: null,
  deepLinking: true,
});
