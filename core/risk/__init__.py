"""Risk and exposure metrics: functions of arrays."""
