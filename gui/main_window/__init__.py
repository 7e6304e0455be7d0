"""The frame around the parts: menus, panes, status line, and what passes between them."""
