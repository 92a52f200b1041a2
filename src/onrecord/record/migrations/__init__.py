"""Alembic's migrations of the record, run by `onrecord.record.upgrading` when a record is opened."""
