"""Alerts on their way out of the house: e-mail and webhook, one file for each channel."""

from core.deliver.channel import Channel, DeliveryFailed, Message
from core.deliver.opening import channels

__all__ = ["Channel", "DeliveryFailed", "Message", "channels"]
