"""The compact style sheet over Fusion: flat controls, one-pixel hairlines, one accent.

No rule names a scroll area or an item view: such a rule makes every scroll step repaint the whole viewport.
"""

from __future__ import annotations

from string import Template

from gui.style.resources import CONTROLS
from gui.style.tokens import RADIUS, RADIUS_SMALL, Theme

_RULES = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $outline; padding: 4px 6px; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QMenuBar { background: $window; color: $secondary; border-bottom: 1px solid $hairline; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: ${small}px; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $raised; color: $text; border: 1px solid $outline; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: ${small}px; }
QMenu::item:selected { background: $selection; color: $selection_text; }
QMenu::item:disabled { color: $outline; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 4px; }

QToolBar { background: $window; border: 0; spacing: 4px; padding: 6px 8px; }
QToolBar::separator { background: $hairline; width: 1px; margin: 6px 6px; }
QToolButton { background: transparent; color: $secondary; border: 1px solid transparent;
  border-radius: ${radius}px; padding: 4px 6px; }
QToolButton:hover { background: $hover; color: $text; }
QToolButton:pressed, QToolButton:checked { background: $pressed; color: $text; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton { background: $field; color: $text; border: 1px solid $outline;
  border-radius: ${radius}px; padding: 5px 12px; min-height: 18px; qproperty-iconSize: 20px 16px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $outline; border-color: $hairline; background: $window; }
QPushButton[role="primary"], QToolButton[role="primary"] {
  background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled {
  background: $pressed; border-color: $pressed; color: $faint; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: $secondary; }
QPushButton[role="quiet"]:hover { background: $hover; color: $text; }
QPushButton[role="quiet"]:focus { border-color: $accent; }
QPushButton[role="danger"] { color: $danger; }

QLineEdit, QPlainTextEdit[frameShape="StyledPanel"] { placeholder-text-color: $hint; }
QLineEdit, QSpinBox, QDateEdit, QComboBox { background: $field; color: $text;
  border: 1px solid $hairline; border-radius: ${radius}px;
  padding: 4px 8px; min-height: 20px; selection-background-color: $selection; selection-color: $selection_text; }
QLineEdit:hover, QSpinBox:hover, QComboBox:hover { border-color: $outline; }
QLineEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QComboBox:disabled { color: $faint; background: $window; }
QLineEdit:read-only { background: transparent; }
QPlainTextEdit[frameShape="StyledPanel"] { background: $field; color: $text;
  border: 1px solid $hairline; border-radius: ${radius}px; padding: 1px 4px; }
QPlainTextEdit[frameShape="StyledPanel"]:hover { border-color: $outline; }
QPlainTextEdit[frameShape="StyledPanel"]:focus { border-color: $accent; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 0; }
QLineEdit QToolButton { border: 0; padding: 0; background: transparent; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url("$controls/arrow-down.svg"); width: 14px; height: 14px; }

QCheckBox, QRadioButton { color: $text; spacing: 7px; }
QCheckBox:focus, QRadioButton:focus { outline: none; color: $accent_text; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px;
  background: $field; border: 1px solid $faint; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$controls/checked.svg"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$controls/partly.svg"); }
QRadioButton::indicator:checked { background: $field; border: 4px solid $accent; width: 8px; height: 8px; }

QHeaderView::section { background: $window; color: $secondary; font-size: 12px; font-weight: 600; padding: 4px;
  border: 0; border-bottom: 1px solid $hairline; border-right: 1px solid $hairline; }
QHeaderView::section:last, QHeaderView::section:only-one { border-right: 0; padding-right: 10px; }

QStatusBar { background: $window; color: $secondary; border-top: 1px solid $hairline; }
QStatusBar::item { border: 0; }
QTabBar::tab { background: transparent; color: $secondary; padding: 6px 12px; border: 0;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar:focus { outline: none; }
QTabBar::tab:selected:focus { border: 1px solid $accent; border-bottom: 2px solid $accent; padding: 5px 11px 6px 11px; }
QTabWidget::pane { border: 0; border-top: 1px solid $hairline; }
QProgressBar { background: $hover; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QSlider::groove:horizontal { height: 3px; background: $outline; border-radius: 1px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 1px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 6px; background: $text; }
QSlider::handle:horizontal:focus { background: $accent; }

QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; margin: 2px 2px 2px 3px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(theme: Theme) -> str:
    """Return the style sheet in the colours of ``theme``."""
    colours = {name: value for name in Theme.__slots__ if isinstance(value := getattr(theme, name), str)}
    return _RULES.substitute(colours, radius=RADIUS, small=RADIUS_SMALL, controls=CONTROLS.as_posix())
