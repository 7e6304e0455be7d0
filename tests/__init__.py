"""The tests of Slatebook; shared helpers are in tests.support, shared fixtures in conftest.py."""
