"""What reports tell of one thing beside what is said: figures, days of events, how far a yes goes."""
