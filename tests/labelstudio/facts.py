"""What of Label Studio shaped the design, how we meet it, and which tests hold it against the real server.

Newcomers read this first. `test_facts.py` sees to it that each test is there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """`it` does this, so `we` do that; `tests` as file and name."""

    it: str
    we: str
    tests: tuple[tuple[str, str], ...]


LS, PIPELINE, API = "tests/labelstudio", "tests/pipeline", "tests/api/blueprints"
TASKS, TRAPS, ANNOTATIONS = f"{LS}/test_tasks.py", f"{LS}/test_traps.py", f"{LS}/test_annotations.py"
PUSH, PULL, BAD = f"{PIPELINE}/test_push.py", f"{PIPELINE}/test_pull.py", f"{PIPELINE}/test_bad_input.py"
CALLS = f"{API}/test_calls_of_label_studio.py"

FACTS = (
    Fact(
        "on a locked SQLite it keeps tasks, drops their predictions and annotations, and answers 201",
        "one request at a time; what it counted is set beside what was sent; no annotation is ever imported",
        (
            (PUSH, "test_suggestions_that_a_locked_database_drops_in_silence_are_sent_again"),
            (TASKS, "test_what_is_lost_on_the_way_back_is_found_and_repaired"),
        ),
    ),
    Fact(
        "its SDK sends a request again that failed, and an import that is sent twice is there twice",
        "an import is sent once; then it is looked up what arrived",
        ((TASKS, "test_a_lost_request_is_an_error_and_the_same_call_completes"),),
    ),
    Fact(
        "it answers 500 after it has kept the tasks, and then counts predictions that are not there",
        "predictions themselves are looked at, not their count",
        (
            (TRAPS, "test_a_request_that_failed_after_it_was_kept_is_completed_and_not_repeated"),
            (PUSH, "test_a_fault_in_mid_push_costs_nothing"),
        ),
    ),
    Fact(
        "it takes nearly any prediction, and shows nothing of it",
        "each is checked against the label config in force before it leaves",
        (
            (TRAPS, "test_the_server_takes_what_cannot_be_shown_and_we_do_not"),
            (PUSH, "test_an_unsound_suggestion_is_told_and_stops_nobody"),
        ),
    ),
    Fact(
        "it counts code points, as Python does",
        "offsets go there and back as they are",
        (
            (ANNOTATIONS, "test_what_was_suggested_comes_back_as_the_same_claims"),
            (f"{LS}/test_regions.py", "test_offsets_drawn_in_a_browser_are_those_of_python"),
        ),
    ),
    Fact(
        "it knows no id of ours, and notices no double",
        "each task carries the id of its sentence, by which it is looked up",
        (
            (TASKS, "test_each_sentence_is_there_once_however_often_it_is_pushed"),
            (TASKS, "test_of_doubles_the_one_that_somebody_worked_on_stays"),
            (PUSH, "test_what_a_killed_process_sent_is_waited_for_and_not_sent_again"),
        ),
    ),
    Fact(
        "a task moves with each answer, also one taken back, not with a draft; a deleted one is gone",
        "pull follows a cursor; a full one finds what was deleted",
        (
            (TRAPS, "test_what_moves_a_task_and_what_does_not"),
            (PULL, "test_only_what_changed_is_fetched"),
            (PULL, "test_tasks_deleted_there_are_found_by_a_full_pull_and_by_that_alone"),
        ),
    ),
    Fact(
        "a change may show up a second after the moment that it carries",
        "the cursor reaches back, and what comes twice changes nothing",
        (
            (ANNOTATIONS, "test_a_cursor_reaches_back_over_changes_that_show_up_late"),
            (PULL, "test_the_cursor_follows_the_clock_of_the_server"),
        ),
    ),
    Fact(
        "its webhooks are unsigned, sent once, in any order, and make the annotator wait",
        "they are hints behind a secret, answered at once; the pull is what counts",
        (
            (CALLS, "test_events_lost_doubled_and_out_of_order_change_nothing_in_the_end"),
            (CALLS, "test_it_answers_in_milliseconds_also_while_somebody_writes"),
            (CALLS, "test_whoever_does_not_know_the_secret_is_refused"),
        ),
    ),
    Fact(
        "it refuses to call local addresses",
        "we say what to set",
        ((TRAPS, "test_local_addresses_are_refused_by_default_and_we_say_what_to_set"),),
    ),
    Fact(
        "legacy tokens are off by default, and their switch counts on the first start alone",
        "either kind is taken; one that is not accepted is told",
        ((TRAPS, "test_either_kind_of_token_is_taken_and_a_legacy_one_that_is_off_is_told"),),
    ),
    Fact(
        "on SQLite the number of a deleted task is given again",
        "a task is its number and its sentence, an annotation its number and the moment it was made",
        ((PULL, "test_a_deleted_task_whose_number_another_one_was_given_is_found"),),
    ),
    Fact(
        "it hides the suggestions of all model versions but one",
        "after a push the project shows the version that was pushed",
        (
            (PUSH, "test_a_new_suggester_shows_its_suggestions_on_every_task"),
            (PUSH, "test_a_changed_suggestion_replaces_the_one_of_its_model_version"),
        ),
    ),
    Fact(
        "pages shift while tasks are deleted, and a project that vanished is its SDK's end of the list",
        "each page asks for what follows the last number",
        (
            (TRAPS, "test_tasks_deleted_while_they_are_listed_hide_no_others"),
            (TRAPS, "test_a_project_that_vanishes_while_it_is_listed_is_no_end_of_the_list"),
            (ANNOTATIONS, "test_a_project_deleted_behind_our_back_is_an_error_and_no_empty_list"),
        ),
    ),
    Fact(
        "a skipped annotation still carries what was suggested",
        "it says nothing",
        (
            (ANNOTATIONS, "test_a_skipped_annotation_says_nothing_although_it_carries_a_result"),
            (PULL, "test_a_skipped_sentence_was_not_changed_and_a_draft_is_nothing"),
        ),
    ),
    Fact(
        "what is imported with an annotation is ground truth unless it says otherwise",
        "no annotation is imported",
        (
            (TRAPS, "test_nothing_of_ours_is_ground_truth_by_default"),
            (ANNOTATIONS, "test_several_annotators_ground_truth_and_lead_time"),
        ),
    ),
    Fact(
        "NUL shifts its offsets, and one lone surrogate makes the whole project unreadable",
        "articles are cleaned of both, and nothing leaves with one",
        (
            (PUSH, "test_nul_and_lone_surrogates_never_reach_the_server"),
            (f"{LS}/test_predictions.py", "test_text_that_no_two_systems_count_alike_is_refused"),
        ),
    ),
    Fact(
        "it fails on any spelling of a moment but one",
        "moments are written that way",
        ((TRAPS, "test_another_spelling_of_a_moment_than_ours_breaks_the_server"),),
    ),
)

REFUSED = "test_a_config_that_cannot_be_is_refused_before_anything_is_made"
NAMED = "test_regions_past_the_end_and_unknown_labels_are_named_one_by_one"
BAD_INPUT = (
    ("an entity bomb, an external entity, no Text", BAD, REFUSED),
    ("a project deleted behind our back", PUSH, "test_a_project_deleted_behind_our_back_says_so"),
    ("the same while pulling", PULL, "test_a_project_that_is_gone_is_an_error_and_deletes_nothing"),
    ("a task edited behind our back", PULL, "test_a_task_edited_there_is_named_and_its_annotation_is_kept"),
    ("regions past the end, unknown labels", BAD, NAMED),
    ("100 kB in one sentence", BAD, "test_a_hundred_kilobytes_in_one_sentence_go_there_and_back"),
)
