"""From dropped files to clips: scan, plan, inspection in children, findings, one gesture in the catalog."""
