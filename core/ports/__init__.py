"""What core asks of the outside: records, history, an index, media jobs, a clock."""
