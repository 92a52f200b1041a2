"""What Datasette is given to begin with: views over the exported tables, and queries over a record as it is."""

from __future__ import annotations

VIEWS: dict[str, tuple[str, str]] = {
    "said": (
        "statements with their reports, by day",
        """
        SELECT s.said_on, s.party, s.speaker, s.stance, s.issues, s.text, r.outlet, r.published, r.title, s.content,
          s.kind, s.confidence, s.id AS statement, r.id AS report
        FROM statements s JOIN reports r ON r.id = s.report ORDER BY s.said_on, r.published, r.id, s.content
        """,
    ),
    "conditions_of_positions": (
        "which conditions hang on each yes",
        """
        SELECT p.party, p.issue, p.proposal, p.stance, p.as_of, c.text AS condition, r.outlet, r.published, c.spans,
          p.id AS position, c.report
        FROM positions p JOIN position_passages c ON c.position = p.id AND c.role = 'condition'
        JOIN reports r ON r.id = c.report ORDER BY p.party, p.issue, p.as_of, r.id, c.spans
        """,
    ),
    "side_by_side": (
        "how each report words an utterance, the base first",
        """
        SELECT u.said_on, u.party, u.speaker, u.candidates, d.position, r.outlet, d.kind, d.text, d.spans,
          u.id AS utterance, d.report
        FROM utterances u JOIN readings d ON d.utterance = u.id JOIN reports r ON r.id = d.report
        ORDER BY u.said_on, u.id, d.position
        """,
    ),
    "left_out": (
        "who reported the occasion and left an utterance out",
        """
        SELECT u.said_on, u.party, u.speaker, u.candidates, u.text, c.outlet, u.id AS utterance
        FROM coverage c JOIN utterances u ON u.id = c.utterance WHERE c.how = 'not at all'
        ORDER BY u.said_on, u.id, c.outlet
        """,
    ),
    "differences": (
        "what reports have differently, side by side",
        """
        SELECT d.kind, d.weight, d.about, d.why, r.outlet, e.text, e.spans, d.id AS disagreement, e.report
        FROM disagreements d JOIN disagreement_readings e ON e.disagreement = d.id JOIN reports r ON r.id = e.report
        ORDER BY d.weight, d.kind, d.id, r.id
        """,
    ),
}

INDEXED = (
    "CREATE INDEX statements_by_report ON statements (report)",
    "CREATE INDEX statements_by_day ON statements (said_on)",
    "CREATE INDEX readings_by_utterance ON readings (utterance, position)",
    "CREATE INDEX coverage_by_utterance ON coverage (utterance)",
    "CREATE INDEX passages_by_position ON position_passages (position)",
    "CREATE INDEX differences_by_id ON disagreement_readings (disagreement)",
)

# Datasette finds an index of this form by itself and gives the table a search box.
SEARCHED = (
    """CREATE VIRTUAL TABLE statements_search USING fts5(text, speaker, party, content="statements")""",
    "INSERT INTO statements_search (statements_search) VALUES ('rebuild')",
)

# The record's own tables.
TABLES = {
    "report": "one article, as an outlet published it",
    "report_text": "the text in which a report's spans count",
    "statement": "one passage in which words or intentions are ascribed to somebody, as its report has it",
    "condition": "what must hold for an acceptance or offer to count",
    "actor": "who speaks, known across reports",
    "actor_form": "an actor as reports print it",
    "actor_member": "which form is which actor, and why",
    "utterance": "one act of speaking",
    "wording": "one sentence of a statement: what may be another report's wording of one act of speaking",
    "judgement": "a belief of a person, with its reason",
}
HIDDEN = (
    "form_key",
    "wording_key",
    "wording_tie",
    "collated",
    "written",
    "kept",
    "alembic_version",
    "sighting",
    "mention",
)

QUERIES: dict[str, tuple[str, str]] = {
    "said": (
        "statements by day; leave a field empty for all",
        """
        SELECT s.said_on, coalesce(s.party, a.party) AS party, coalesce(a.name, s.speaker_name) AS speaker, s.stance,
          s.issues, s.text, r.outlet, r.published, r.title, s.starts, s.ends
        FROM statement s JOIN report r ON r.id = s.report_id
        LEFT JOIN actor_member m ON m.form_id = s.speaker_id LEFT JOIN actor a ON a.id = m.actor_id
        WHERE (:party = '' OR coalesce(s.party, a.party) = :party) AND (:stance = '' OR s.stance = :stance)
        ORDER BY s.said_first, r.published_first, r.id, s.ordinal
        """,
    ),
    "side_by_side": (
        "utterances that several reports have, each reading beside its outlet",
        """
        SELECT u.first_day, u.id AS utterance, w.id = u.base AS is_base, r.outlet, w.kind, w.text, w.starts, w.ends
        FROM utterance u JOIN utterance_member m ON m.utterance_id = u.id JOIN wording w ON w.id = m.wording_id
        JOIN report r ON r.id = w.report_id WHERE u.reports > 1
        ORDER BY u.first_day, u.id, w.id = u.base DESC, r.published_first, r.id, w.starts
        """,
    ),
    "conditions": (
        "conditions with the statement that each hangs on",
        """
        SELECT c.party, c.issues, c.text AS condition, s.text AS statement, s.said_on, r.outlet, r.published, c.starts,
          c.ends
        FROM condition c JOIN report r ON r.id = c.report_id LEFT JOIN statement s ON s.id = c.statement_id
        ORDER BY r.published_first, r.id, c.ordinal
        """,
    ),
    "outlets": (
        "how much each outlet reported",
        """
        SELECT r.outlet, count(DISTINCT r.id) AS reports, count(s.id) AS statements, sum(s.kind = 'direct') AS direct
        FROM report r LEFT JOIN statement s ON s.report_id = r.id WHERE r.withdrawn IS NULL
        GROUP BY r.outlet ORDER BY statements DESC, r.outlet
        """,
    ),
}
