<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Slatebook</name>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>&amp;Ask for it instead</source>
        <translation>Stattdessen da&amp;nach suchen</translation>
    </message>
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
        <location filename="../../gui/search/query_chips.py"/>
        <source>&amp;Leave it out instead</source>
        <translation>Stattdessen &amp;ausschließen</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>&amp;Search for this alone</source>
        <translation>Nur hiernach &amp;suchen</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>&amp;Take out of the search</source>
        <translation>Aus der Suche &amp;nehmen</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
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
        <location filename="../../gui/search/query_chips.py"/>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Click to write it anew, press Delete to take it out.</source>
        <translation>Klicken, um es neu zu schreiben; Entf nimmt es heraus.</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Clips are shown as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Codec</source>
        <translation>Codec</translation>
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
        <location filename="../../gui/search/query_chips.py"/>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
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
        <location filename="../../gui/search/query_chips.py"/>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Has</source>
        <translation>Hat</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>How often what was chosen in the command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>In names, tags, captions, notes or moments. Click to write it anew, press Delete to take it out.</source>
        <translation>In Namen, Tags, Bildunterschriften, Notizen oder Momenten. Klicken, um es neu zu schreiben; Entf nimmt es heraus.</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Keys of commands, where they are not the usual ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Keyword</source>
        <translation>Schlagwort</translation>
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
        <location filename="../../gui/search/query_chips.py"/>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Name set in this archive, for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Not {what}</source>
        <translation>Nicht {what}</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Person</source>
        <translation>Person</translation>
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
        <location filename="../../gui/search/query_chips.py"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Shared by</source>
        <translation>Geteilt von</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Shot</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Shot before</source>
        <translation>Aufgenommen vor</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Shot from</source>
        <translation>Aufgenommen ab</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Shot in</source>
        <translation>Gedreht in</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Shown</source>
        <translation>Zu sehen</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>The settings could not be written to {path}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>What is searched for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Width of a card in the grid, in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Your name, as the history of an archive shows it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
