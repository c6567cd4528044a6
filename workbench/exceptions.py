"""The errors a person may meet. Each says what happened, where, and what to do about it."""


class WorkbenchError(Exception):
    """Parent of every error that is told to a person as one plain sentence, without a traceback.

    `fields` names the parts of the input that are wrong, each with its reasons.
    """

    def __init__(self, message: str, *, fields: dict[str, list[str]] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields or {}


class InvalidData(WorkbenchError):
    """What was given cannot be read as what it should be."""


class NotFound(WorkbenchError):
    """Nothing has that id."""


class Conflict(WorkbenchError):
    """What was asked goes against what is there now, such as a decision on evidence that has changed."""


class LabelStudioUnavailable(WorkbenchError):
    """Label Studio did not answer. Nothing is lost: the same command completes later.

    `unheard`: the request cannot have reached it. `wait`: for how many seconds it asks to be left alone.
    """

    def __init__(self, message: str, *, unheard: bool = False, wait: float = 0.0) -> None:
        super().__init__(message)
        self.unheard = unheard
        self.wait = wait


class LabelStudioRefused(WorkbenchError):
    """Label Studio answered no: a wrong token, a project that is gone, a label config it rejects.

    `status` is the code of its answer, where there was one.
    """

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status
