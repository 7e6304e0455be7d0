<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Slatebook</name>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>&amp;General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Another language counts when Slatebook is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Archives opened last, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Arrangement of the parts of the window (base64)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>As the desktop has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Clips are shown as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Colours of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Columns of sheets that come back, by name: theirs to ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Columns of tag sheets, in order, saved by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Columns of the list: order, widths, choice (base64)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Columns of the tag sheet, in order (none: the usual)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Folder the last tag sheet was written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Format of the tag sheet chosen last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>How often what was chosen in the command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Keys of commands, where they are not the usual ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Name set in this archive, for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Place and size of the window (base64)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>The settings could not be written to {path}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Width of a card in the grid, in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Your name, as the history of an archive shows it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
