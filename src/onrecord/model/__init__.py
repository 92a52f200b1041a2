"""The words of the record, as immutable types. Imports no room."""

from onrecord.model.actor import Actor, ActorRef, ActorType, Candidate, Role
from onrecord.model.collated import Cluster, Form, Judgement, Member
from onrecord.model.event import Event, EventKind
from onrecord.model.fault import Fault
from onrecord.model.identity import digest, identity, identity_within
from onrecord.model.issue import FindIssues, IssueHit
from onrecord.model.proposal import Maker, Proposal, Term
from onrecord.model.reading import Condition, Date, Furniture, FurnitureKind, Quantity, Reading
from onrecord.model.report import PublishedFrom, Report
from onrecord.model.span import Span, Spans, envelope, spans
from onrecord.model.statement import AttributionType, IssueStance, Kind, Stance, Statement, statement_id

__all__ = [
    "Actor",
    "ActorRef",
    "ActorType",
    "AttributionType",
    "Candidate",
    "Cluster",
    "Condition",
    "Date",
    "Event",
    "EventKind",
    "Fault",
    "FindIssues",
    "Form",
    "Furniture",
    "FurnitureKind",
    "IssueHit",
    "IssueStance",
    "Judgement",
    "Kind",
    "Maker",
    "Member",
    "Proposal",
    "PublishedFrom",
    "Quantity",
    "Reading",
    "Report",
    "Role",
    "Span",
    "Spans",
    "Stance",
    "Statement",
    "Term",
    "digest",
    "envelope",
    "identity",
    "identity_within",
    "spans",
    "statement_id",
]
