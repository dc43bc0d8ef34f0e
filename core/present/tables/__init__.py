"""Frames ready for the screen: values that sort as numbers, shown as text, filled where it means something."""
