"""The examination bundle: one zip that an examiner can check without this software."""

from core.document.examination.bundle import BundleTrail, bundle, manifest_digest

__all__ = ["BundleTrail", "bundle", "manifest_digest"]
