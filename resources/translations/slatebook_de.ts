<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Slatebook</name>
    <message numerus="yes">
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>%n added</source>
        <translation>
            <numerusform>%n aufgenommen</numerusform>
            <numerusform>%n aufgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/words.py"/>
        <source>%n bytes</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/fates.py"/>
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n nicht lesbar</numerusform>
            <numerusform>%n nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>%n cells</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>%n cells of {clips} will change</source>
        <translation>
            <numerusform>%n Zelle von {clips} wird geändert</numerusform>
            <numerusform>%n Zellen von {clips} werden geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/export/dialog.py"/>
        <source>%n cells were too long for a spreadsheet and are cut.</source>
        <translation>
            <numerusform>%n Zelle war zu lang für eine Tabelle und ist gekürzt.</numerusform>
            <numerusform>%n Zellen waren zu lang für eine Tabelle und sind gekürzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/facts.py"/>
        <source>%n channels</source>
        <translation>
            <numerusform>%n Kanal</numerusform>
            <numerusform>%n Kanäle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/claims.py"/>
        <location filename="../../core/ingest/session.py"/>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <location filename="../../gui/frames/alike.py"/>
        <location filename="../../gui/frames/reading.py"/>
        <location filename="../../gui/ingest/imports.py"/>
        <location filename="../../gui/inspector/list_dialog.py"/>
        <location filename="../../gui/library/browser_list.py"/>
        <location filename="../../gui/main_window/headings.py"/>
        <location filename="../../gui/main_window/status.py"/>
        <location filename="../../gui/search/search_bar.py"/>
        <location filename="../../gui/vocabulary/entry_pane.py"/>
        <location filename="../../gui/vocabulary/tree.py"/>
        <source>%n clips</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/export/dialog.py"/>
        <source>%n clips are under embargo and left out.</source>
        <translation>
            <numerusform>%n Clip unterliegt einer Sperrfrist und ist ausgelassen.</numerusform>
            <numerusform>%n Clips unterliegen einer Sperrfrist und sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/watching.py"/>
        <source>%n clips came in from {folder}.</source>
        <translation>
            <numerusform>%n Clip kam aus {folder} herein.</numerusform>
            <numerusform>%n Clips kamen aus {folder} herein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/detail.py"/>
        <source>%n clips could not be read.</source>
        <translation>
            <numerusform>%n Clip war nicht lesbar.</numerusform>
            <numerusform>%n Clips waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>%n clips had both</source>
        <translation>
            <numerusform>%n Clip hatte beide</numerusform>
            <numerusform>%n Clips hatten beide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/keeping/package.py"/>
        <source>%n clips held back under embargo.</source>
        <translation>
            <numerusform>%n Clip wegen einer Sperrfrist zurückgehalten.</numerusform>
            <numerusform>%n Clips wegen einer Sperrfrist zurückgehalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/telling.py"/>
        <source>%n clips imported</source>
        <translation>
            <numerusform>%n Clip importiert</numerusform>
            <numerusform>%n Clips importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/main_window/copies.py"/>
        <source>%n clips look like others.</source>
        <translation>
            <numerusform>%n Clip sieht wie ein anderer aus.</numerusform>
            <numerusform>%n Clips sehen wie andere aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/main_window/selection.py"/>
        <source>%n clips marked as looked at.</source>
        <translation>
            <numerusform>%n Clip als gesichtet markiert.</numerusform>
            <numerusform>%n Clips als gesichtet markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/main_window/selection.py"/>
        <source>%n clips marked as not looked at.</source>
        <translation>
            <numerusform>%n Clip als ungesichtet markiert.</numerusform>
            <numerusform>%n Clips als ungesichtet markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>%n clips more not shown</source>
        <translation>
            <numerusform>%n weiterer Clip nicht gezeigt</numerusform>
            <numerusform>%n weitere Clips nicht gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>%n clips more under {name}</source>
        <translation>
            <numerusform>%n Clip mehr unter {name}</numerusform>
            <numerusform>%n Clips mehr unter {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/detail.py"/>
        <source>%n clips selected: tags apply to all of them, as one step</source>
        <translation>
            <numerusform>%n Clip ausgewählt: Tags gelten für alle, als ein Schritt</numerusform>
            <numerusform>%n Clips ausgewählt: Tags gelten für alle, als ein Schritt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/main_window/selection.py"/>
        <source>%n clips taken out of the archive; the originals stay where they are.</source>
        <translation>
            <numerusform>%n Clip aus dem Archiv entfernt; das Original bleibt, wo es ist.</numerusform>
            <numerusform>%n Clips aus dem Archiv entfernt; die Originale bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/export/dialog.py"/>
        <source>%n clips under embargo left too; the history and the sheet say so.</source>
        <translation>
            <numerusform>%n Clip ging trotz Sperrfrist mit hinaus; Verlauf und Liste vermerken es.</numerusform>
            <numerusform>%n Clips gingen trotz Sperrfrist mit hinaus; Verlauf und Liste vermerken es.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/keeping/due.py"/>
        <source>%n clips will be free by {date}.</source>
        <translation>
            <numerusform>%n Clip wird bis {date} frei.</numerusform>
            <numerusform>%n Clips werden bis {date} frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/export/pdf.py"/>
        <source>%n clips. The table of this sheet is attached to this file as “{file}”.</source>
        <translation>
            <numerusform>%n Clip. Die Tabelle dazu ist dieser Datei als „{file}“ angehängt.</numerusform>
            <numerusform>%n Clips. Die Tabelle dazu ist dieser Datei als „{file}“ angehängt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/report_dialog.py"/>
        <location filename="../../gui/ingest/telling.py"/>
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n war nicht lesbar</numerusform>
            <numerusform>%n waren nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/fates.py"/>
        <source>%n exact duplicates</source>
        <translation>
            <numerusform>%n exaktes Duplikat</numerusform>
            <numerusform>%n exakte Duplikate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/failures.py"/>
        <source>%n files could not be read. Those with a card in the grid can be tried again there (F5).</source>
        <translation>
            <numerusform>%n Datei war nicht lesbar. Hat sie eine Karte im Raster, lässt es sich dort erneut versuchen (F5).</numerusform>
            <numerusform>%n Dateien waren nicht lesbar. Bei denen mit einer Karte im Raster lässt es sich dort erneut versuchen (F5).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>%n findings</source>
        <translation>
            <numerusform>%n Fund</numerusform>
            <numerusform>%n Funde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/library/browser_list.py"/>
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/frames/contact_sheet.py"/>
        <location filename="../../gui/frames/reading.py"/>
        <location filename="../../gui/widgets/keyframe_strip.py"/>
        <source>%n keyframes</source>
        <translation>
            <numerusform>%n Keyframe</numerusform>
            <numerusform>%n Keyframes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/list_dialog.py"/>
        <source>%n known</source>
        <translation>
            <numerusform>%n bekannt</numerusform>
            <numerusform>%n bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/fates.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <location filename="../../gui/ingest/telling.py"/>
        <source>%n known already</source>
        <translation>
            <numerusform>%n schon bekannt</numerusform>
            <numerusform>%n schon bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/list_dialog.py"/>
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>%n left out because several here are called so; decide on them by hand.</source>
        <translation>
            <numerusform>%n ausgelassen, weil hier mehrere so heißen; bitte von Hand entscheiden.</numerusform>
            <numerusform>%n ausgelassen, weil hier mehrere so heißen; bitte von Hand entscheiden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/search/search_bar.py"/>
        <source>%n moments</source>
        <translation>
            <numerusform>%n Moment</numerusform>
            <numerusform>%n Momente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>%n more can be settled once these are.</source>
        <translation>
            <numerusform>%n weiterer kann danach geklärt werden.</numerusform>
            <numerusform>%n weitere können danach geklärt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/reverting.py"/>
        <source>%n more records were changed as well.</source>
        <translation>
            <numerusform>Ein weiterer Datensatz wurde ebenfalls geändert.</numerusform>
            <numerusform>%n weitere Datensätze wurden ebenfalls geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/telling.py"/>
        <source>%n more to come</source>
        <translation>
            <numerusform>%n weiterer folgt</numerusform>
            <numerusform>%n weitere folgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/fates.py"/>
        <source>%n moved</source>
        <translation>
            <numerusform>%n verschoben</numerusform>
            <numerusform>%n verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/vocabulary/entry_tree.py"/>
        <source>%n names</source>
        <translation>
            <numerusform>%n Name</numerusform>
            <numerusform>%n Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/vocabulary/entry_pane.py"/>
        <source>%n names merged into it</source>
        <translation>
            <numerusform>%n Name darin zusammengeführt</numerusform>
            <numerusform>%n Namen darin zusammengeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>%n names read; {known} known here.</source>
        <translation>
            <numerusform>%n Name gelesen; {known} hier bekannt.</numerusform>
            <numerusform>%n Namen gelesen; {known} hier bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/asking.py"/>
        <source>%n names written to {file}.</source>
        <translation>
            <numerusform>%n Name in {file} geschrieben.</numerusform>
            <numerusform>%n Namen in {file} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/list_dialog.py"/>
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/fates.py"/>
        <source>%n new clips and stills</source>
        <translation>
            <numerusform>%n neuer Clip oder neues Standbild</numerusform>
            <numerusform>%n neue Clips und Standbilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/fates.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <location filename="../../gui/ingest/telling.py"/>
        <source>%n no media</source>
        <translation>
            <numerusform>%n ohne Bild</numerusform>
            <numerusform>%n ohne Bild</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/main_window/copies.py"/>
        <source>%n of these look like clips you have.</source>
        <translation>
            <numerusform>%n davon sieht wie ein vorhandener Clip aus.</numerusform>
            <numerusform>%n davon sehen wie vorhandene Clips aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/main_window/dragging_out.py"/>
        <source>%n originals are not where they were imported from.</source>
        <translation>
            <numerusform>%n Original liegt nicht mehr da, von wo es importiert wurde.</numerusform>
            <numerusform>%n Originale liegen nicht mehr da, von wo sie importiert wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/keeping/relink.py"/>
        <source>%n originals relinked.</source>
        <translation>
            <numerusform>%n Original neu verknüpft.</numerusform>
            <numerusform>%n Originale neu verknüpft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/fates.py"/>
        <source>%n read again</source>
        <translation>
            <numerusform>%n noch einmal gelesen</numerusform>
            <numerusform>%n noch einmal gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/around/troubles.py"/>
        <source>%n records, newest first</source>
        <translation>
            <numerusform>%n Eintrag, neueste zuerst</numerusform>
            <numerusform>%n Einträge, neueste zuerst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>%n rows read</source>
        <translation>
            <numerusform>%n Zeile gelesen</numerusform>
            <numerusform>%n Zeilen gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/export/dialog.py"/>
        <source>%n rows written to {file}.</source>
        <translation>
            <numerusform>%n Zeile in {file} geschrieben.</numerusform>
            <numerusform>%n Zeilen in {file} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/main_window/status.py"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/rating.py"/>
        <source>%n stars</source>
        <translation>
            <numerusform>%n Stern</numerusform>
            <numerusform>%n Sterne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/player/timeline.py"/>
        <source>%n stretches are tagged or named</source>
        <translation>
            <numerusform>%n Abschnitt trägt einen Tag oder Namen</numerusform>
            <numerusform>%n Abschnitte tragen Tags oder Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/pasting.py"/>
        <source>%n tags copied.</source>
        <translation>
            <numerusform>%n Tag kopiert.</numerusform>
            <numerusform>%n Tags kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>%n tags on moments</source>
        <translation>
            <numerusform>%n Tag an Momenten</numerusform>
            <numerusform>%n Tags an Momenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/overview.py"/>
        <source>%n that could not be read</source>
        <translation>
            <numerusform>%n nicht lesbar</numerusform>
            <numerusform>%n nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/overview.py"/>
        <source>%n that look like others</source>
        <translation>
            <numerusform>%n, der wie ein anderer aussieht</numerusform>
            <numerusform>%n, die wie andere aussehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/seen_before.py"/>
        <source>%n to decide</source>
        <translation>
            <numerusform>%n zu entscheiden</numerusform>
            <numerusform>%n zu entscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>%n unknown left out.</source>
        <translation>
            <numerusform>%n unbekannter ausgelassen.</numerusform>
            <numerusform>%n unbekannte ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>%n will be created.</source>
        <translation>
            <numerusform>%n wird angelegt.</numerusform>
            <numerusform>%n werden angelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/overview.py"/>
        <source>%n with moments</source>
        <translation>
            <numerusform>%n mit Momenten</numerusform>
            <numerusform>%n mit Momenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/overview.py"/>
        <source>%n without a location</source>
        <translation>
            <numerusform>%n ohne Ort</numerusform>
            <numerusform>%n ohne Ort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/overview.py"/>
        <source>%n without a person</source>
        <translation>
            <numerusform>%n ohne Person</numerusform>
            <numerusform>%n ohne Person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/overview.py"/>
        <source>%n without a production</source>
        <translation>
            <numerusform>%n ohne Produktion</numerusform>
            <numerusform>%n ohne Produktion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/search/search_bar.py"/>
        <source>%n+ clips</source>
        <translation>
            <numerusform>%n+ Clip</numerusform>
            <numerusform>%n+ Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/search/search_bar.py"/>
        <source>%n+ moments</source>
        <translation>
            <numerusform>%n+ Moment</numerusform>
            <numerusform>%n+ Momente</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;About Slatebook</source>
        <translation>Ü&amp;ber Slatebook</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>&amp;Add folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Aliases</source>
        <translation>&amp;Alternativnamen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/arrival.py"/>
        <source>&amp;Ask before importing</source>
        <translation>&amp;Vor dem Importieren fragen</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>&amp;Ask for it instead</source>
        <translation>Stattdessen da&amp;nach suchen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Bigger stills</source>
        <translation>&amp;Größere Bilder</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Born</source>
        <translation>&amp;Geboren</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Broader</source>
        <translation>Oberbegr&amp;iff</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Cancel import</source>
        <translation>Import abb&amp;rechen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>&amp;Cancel this one</source>
        <translation>Diesen &amp;abbrechen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>&amp;Change…</source>
        <translation>Ä&amp;ndern …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Clip</source>
        <translation>&amp;Clip</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Contact sheet</source>
        <translation>&amp;Kontaktbogen</translation>
    </message>
    <message>
        <location filename="../../gui/around/troubles.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>&amp;Copy picture (Ctrl+C)</source>
        <translation>Bild &amp;kopieren (Strg+C)</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/terms_form.py"/>
        <source>&amp;Copy them into the archive, verified</source>
        <translation>Geprüft ins Archiv &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Died</source>
        <translation>G&amp;estorben</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Directors</source>
        <translation>&amp;Regie</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Due soon…</source>
        <translation>&amp;Demnächst frei …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Export tag sheet…</source>
        <translation>Tag-Liste exp&amp;ortieren…</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <location filename="../../gui/export/place.py"/>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/arrival.py"/>
        <source>&amp;Files</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <location filename="../../gui/inspector/pictures.py"/>
        <location filename="../../gui/player/regions.py"/>
        <source>&amp;Find frames like this</source>
        <translation>Ä&amp;hnliche Bilder suchen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Find moved originals…</source>
        <translation>Verschobene Originale &amp;suchen …</translation>
    </message>
    <message>
        <location filename="../../gui/export/place.py"/>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;From</source>
        <translation>Sei&amp;t</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Hand over a package…</source>
        <translation>&amp;Paket übergeben …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Ids</source>
        <translation>I&amp;Ds</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Import files…</source>
        <translation>Dateien &amp;importieren …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>&amp;In</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Keys and searching</source>
        <translation>&amp;Tasten und Suche</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>&amp;Label</source>
        <translation>&amp;Bezeichnung</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>&amp;Leave it out instead</source>
        <translation>Stattdessen &amp;ausschließen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/terms_form.py"/>
        <source>&amp;Leave them where they are</source>
        <translation>&amp;Liegen lassen, wo sie sind</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Look for copies</source>
        <translation>Na&amp;ch Kopien suchen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Mark a moment…</source>
        <translation>&amp;Moment markieren …</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_pane.py"/>
        <source>&amp;Merge into…</source>
        <translation>&amp;Zusammenführen mit …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Moments instead of clips</source>
        <translation>&amp;Momente statt Clips</translation>
    </message>
    <message>
        <location filename="../../gui/search/name_dialog.py"/>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Names…</source>
        <translation>&amp;Namen …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;New archive…</source>
        <translation>&amp;Neues Archiv …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Open archive…</source>
        <translation>Archiv &amp;öffnen …</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>&amp;Open report…</source>
        <translation>&amp;Bericht öffnen …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Open with another program</source>
        <translation>In anderem &amp;Programm öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>&amp;Out</source>
        <translation>&amp;Out</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Part of</source>
        <translation>Te&amp;il von</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/strip.py"/>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Pause import</source>
        <translation>Import &amp;anhalten</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>&amp;Play from here (Enter)</source>
        <translation>&amp;Ab hier abspielen (Eingabe)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <location filename="../../gui/main_window/steps.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/steps.py"/>
        <source>&amp;Redo “{step}”</source>
        <translation>„{step}“ &amp;wiederholen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Released</source>
        <translation>&amp;Veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Remove from archive</source>
        <translation>Aus dem Archiv e&amp;ntfernen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/strip.py"/>
        <source>&amp;Resume import</source>
        <translation>Import &amp;fortsetzen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_pane.py"/>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>&amp;Save still as…</source>
        <translation>&amp;Standbild speichern unter …</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>&amp;Search for this alone</source>
        <translation>Nur hiernach &amp;suchen</translation>
    </message>
    <message>
        <location filename="../../gui/around/troubles.py"/>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Smaller stills</source>
        <translation>&amp;Kleinere Bilder</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>&amp;Sooner</source>
        <translation>&amp;Früher</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Step back</source>
        <translation>S&amp;chritt zurück</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>&amp;Tag here… (T)</source>
        <translation>&amp;Tag hier vergeben … (T)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Tag…</source>
        <translation>&amp;Tag vergeben …</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>&amp;Take out</source>
        <translation>He&amp;rausnehmen</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>&amp;Take out of the search</source>
        <translation>Aus der Suche &amp;nehmen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>&amp;Trusted as</source>
        <translation>&amp;Gilt als</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>&amp;Try again what failed</source>
        <translation>&amp;Fehlgeschlagenes erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <location filename="../../gui/main_window/steps.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/steps.py"/>
        <source>&amp;Undo “{step}”</source>
        <translation>„{step}“ &amp;rückgängig machen</translation>
    </message>
    <message>
        <location filename="../../gui/picturing.py"/>
        <source>&amp;Use as picture of</source>
        <translation>Als &amp;Bild verwenden von</translation>
    </message>
    <message>
        <location filename="../../gui/picturing.py"/>
        <source>&amp;Use as picture of {name}</source>
        <translation>Als &amp;Bild von {name} verwenden</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Use that</source>
        <translation>Diesen ne&amp;hmen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;Verify originals…</source>
        <translation>Originale p&amp;rüfen …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;What could not be read…</source>
        <translation>&amp;Was nicht lesbar war …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>&amp;What went wrong…</source>
        <translation>&amp;Was schiefging …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>&amp;Why?</source>
        <translation>&amp;Warum?</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>&amp;Within</source>
        <translation>Liegt &amp;in</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>1962-07-03, 1962-07 or 1962</source>
        <translation>03.07.1962, 07.1962 oder 1962</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>2012-08-19, 2012-08 or 2012</source>
        <translation>19.08.2012, 08.2012 oder 2012</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>2023-07-12, 2023-07 or 2023</source>
        <translation>12.07.2023, 07.2023 oder 2023</translation>
    </message>
    <message>
        <location filename="../../gui/palette/dialog.py"/>
        <source>&gt; commands   @ people   # places   % productions</source>
        <translation>&gt; Befehle   @ Personen   # Orte   % Produktionen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/given_tags.py"/>
        <location filename="../../gui/inspector/tags.py"/>
        <source>@ people   # locations   % productions   + keywords</source>
        <translation>@ Personen   # Orte   % Produktionen   + Schlagwörter</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>@norwaytrains, or a name</source>
        <translation>@norwaytrains oder ein Name</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>@somebody</source>
        <translation>@jemand</translation>
    </message>
    <message>
        <location filename="../../core/catalog/link_edits.py"/>
        <source>A clip cannot be linked with itself.</source>
        <translation>Ein Clip kann nicht mit sich selbst verknüpft werden.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/fields.py"/>
        <source>A clip needs a title.</source>
        <translation>Ein Clip braucht einen Titel.</translation>
    </message>
    <message>
        <location filename="../../gui/palette/dialog.py"/>
        <source>A command, a name, a search, an archive</source>
        <translation>Ein Befehl, ein Name, eine Suche, ein Archiv</translation>
    </message>
    <message>
        <location filename="../../core/exchange/fields.py"/>
        <source>A date is written like 2020, 2020-09, 2020-09-06 or 2020-09-06T14:22.</source>
        <translation>Ein Datum schreibt man als 2020, 2020-09, 2020-09-06 oder 2020-09-06T14:22.</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>A line for each moment, after its clip</source>
        <translation>Eine Zeile für jeden Moment, nach seinem Clip</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>A line for each moment, not each clip</source>
        <translation>Eine Zeile für jeden Moment statt für jeden Clip</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>A moment needs a label, such as “waves back”.</source>
        <translation>Ein Moment braucht eine Bezeichnung, etwa „winkt zurück“.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/moment_page.py"/>
        <source>A new moment needs an in and an out point.</source>
        <translation>Ein neuer Moment braucht einen In- und einen Out-Punkt.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/fields.py"/>
        <source>A permission is one of {known}.</source>
        <translation>Eine Erlaubnis ist eines von {known}.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/terms_form.py"/>
        <source>A platform, a person, a card</source>
        <translation>Eine Plattform, eine Person, eine Karte</translation>
    </message>
    <message>
        <location filename="../../core/search/parser.py"/>
        <source>A query has at most {most} words; the rest is left out.</source>
        <translation>Eine Suche hat höchstens {most} Wörter; der Rest bleibt weg.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/exchange/fields.py"/>
        <source>A rating is a number from 0 to 5.</source>
        <translation>Eine Bewertung ist eine Zahl von 0 bis 5.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>A region lies within the frame: fractions of its width and height from 0 to 1.</source>
        <translation>Ein Bereich liegt im Bild: Anteile seiner Breite und Höhe von 0 bis 1.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/search_edits.py"/>
        <location filename="../../gui/search/name_dialog.py"/>
        <source>A search needs a name to be saved under.</source>
        <translation>Eine Suche braucht einen Namen, unter dem sie gespeichert wird.</translation>
    </message>
    <message>
        <location filename="../../core/storage/history.py"/>
        <source>A step in the archive's history cannot be read ({error}); run “check”.</source>
        <translation>Ein Schritt im Verlauf des Archivs ist nicht lesbar ({error}); bitte „check“ ausführen.</translation>
    </message>
    <message>
        <location filename="../../gui/player/quick_row.py"/>
        <source>A stretch ends where the next one begins (X)</source>
        <translation>Ein Abschnitt endet, wo der nächste beginnt (X)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>A stretch ends where the next one begins, or no longer</source>
        <translation>Ein Abschnitt endet, wo der nächste beginnt, oder nicht mehr</translation>
    </message>
    <message>
        <location filename="../../core/export/sheet.py"/>
        <source>A tag sheet needs at least one column.</source>
        <translation>Eine Tag-Liste braucht mindestens eine Spalte.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/fields.py"/>
        <source>A zone is written +02:00, or Z for universal time.</source>
        <translation>Eine Zeitzone schreibt man als +02:00 oder Z für Weltzeit.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/fields.py"/>
        <source>A zone needs a date it belongs to.</source>
        <translation>Eine Zeitzone braucht ein Datum, zu dem sie gehört.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>A {kind} needs a name.</source>
        <translation>Hier fehlt ein Name ({kind}).</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/package.py"/>
        <source>ASC Media Hash List: what editing and grading houses expect, with xxh128</source>
        <translation>ASC Media Hash List: was Schnitt- und Grading-Häuser erwarten, mit xxh128</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>About Slatebook</source>
        <translation>Über Slatebook</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <location filename="../../core/exchange/fields.py"/>
        <source>Access is one of {known}.</source>
        <translation>Der Zugang ist eines von {known}.</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/activity_strip.py"/>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/tags.py"/>
        <source>Add a person, location, production…</source>
        <translation>Person, Ort, Produktion hinzufügen …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/foretelling.py"/>
        <source>Adds to all %n clips</source>
        <translation>
            <numerusform>Kommt auf %n Clip</numerusform>
            <numerusform>Kommt auf alle %n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/foretelling.py"/>
        <source>Adds to {fresh} of {clips} clips; %n have it already</source>
        <translation>
            <numerusform>Kommt auf {fresh} von {clips} Clips; %n hat es schon</numerusform>
            <numerusform>Kommt auf {fresh} von {clips} Clips; %n haben es schon</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>Aliases</source>
        <translation>Alternativnamen</translation>
    </message>
    <message>
        <location filename="../../gui/frames/alike.py"/>
        <source>Alike in part</source>
        <translation>Zum Teil ähnlich</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/table.py"/>
        <location filename="../../gui/export/presets.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/foretelling.py"/>
        <source>All %n clips have it already</source>
        <translation>
            <numerusform>%n Clip hat es schon</numerusform>
            <numerusform>Alle %n Clips haben es schon</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/exchange/asking.py"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>All is in order.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <location filename="../../gui/around/troubles.py"/>
        <source>All that is known of it</source>
        <translation>Alles, was darüber bekannt ist</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_pane.py"/>
        <source>All that is known of the name</source>
        <translation>Alles, was über den Namen bekannt ist</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>All usual again</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>Also dated</source>
        <translation>Auch datiert</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/tree.py"/>
        <source>Also known as</source>
        <translation>Auch bekannt als</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/suggested_view.py"/>
        <source>Alt+{key} tags it · Alt+Shift+{key} never suggests it again</source>
        <translation>Alt+{key} vergibt den Tag · Alt+Umschalt+{key} schlägt ihn nie wieder vor</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Among the clips</source>
        <translation>Bei den Clips</translation>
    </message>
    <message>
        <location filename="../../core/export/writers/ale_writer.py"/>
        <source>An ALE holds {most} columns: leave out {spare} of those you have chosen.</source>
        <translation>Eine ALE fasst {most} Spalten: {spare} der gewählten weglassen.</translation>
    </message>
    <message>
        <location filename="../../core/export/writers/edl_writer.py"/>
        <source>An EDL holds what fits on one day's timecode, and the sheet is longer from {name} on: choose fewer clips, or the OTIO format.</source>
        <translation>Eine EDL fasst, was in den Timecode eines Tages passt, und die Liste ist ab {name} länger: weniger Clips wählen oder das Format OTIO.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>An archive for behind-the-scenes footage: keyframes, tags over time, claims kept apart from facts, tag sheets. Works offline. Originals are never changed.

MIT licence. Made with Qt for Python (LGPL), FFmpeg (LGPL), OpenCV (Apache 2.0), TinyDB (MIT), ExifRead (BSD), the Inter typeface (OFL) and Lucide icons (ISC).</source>
        <translation>Ein Archiv für Material von hinter den Kulissen: Keyframes, Tags über die Zeit, Behauptungen von Tatsachen getrennt, Tag-Listen. Arbeitet offline. Originale werden nie verändert.

MIT-Lizenz. Gemacht mit Qt for Python (LGPL), FFmpeg (LGPL), OpenCV (Apache 2.0), TinyDB (MIT), ExifRead (BSD), der Schrift Inter (OFL) und den Symbolen von Lucide (ISC).</translation>
    </message>
    <message>
        <location filename="../../core/export/release.py"/>
        <source>An embargo can be overridden only where the archive's history can record it.</source>
        <translation>Eine Sperrfrist kann nur übergangen werden, wo der Verlauf des Archivs es festhalten kann.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/fields.py"/>
        <source>An embargo ends on a date such as 2027-01-31, or with the word {word}.</source>
        <translation>Eine Sperrfrist endet an einem Datum wie 2027-01-31 oder mit dem Wort {word}.</translation>
    </message>
    <message>
        <location filename="../../core/export/release.py"/>
        <source>An embargo override needs a reason: who allowed it, and what for.</source>
        <translation>Wer eine Sperrfrist übergeht, muss einen Grund angeben: wer es erlaubt hat und wozu.</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Another language counts when Slatebook is started again.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start von Slatebook.</translation>
    </message>
    <message>
        <location filename="../../gui/search/name_dialog.py"/>
        <source>Another search is saved as “{name}” already.</source>
        <translation>Unter „{name}“ ist schon eine andere Suche gespeichert.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>Another {kind}…</source>
        <translation>Anderer Eintrag ({kind}) …</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Apply %n changes</source>
        <translation>
            <numerusform>%n Änderung übernehmen</numerusform>
            <numerusform>%n Änderungen übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/reaching.py"/>
        <source>Archive in {folder}</source>
        <translation>Archiv in {folder}</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Archives opened last, newest first</source>
        <translation>Zuletzt geöffnete Archive, das neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Arrangement of the parts of the window (base64)</source>
        <translation>Anordnung der Teile des Fensters (base64)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Arrows, Page, Home, End</source>
        <translation>Pfeile, Bild, Pos1, Ende</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>As a &amp;list</source>
        <translation>Als &amp;Liste</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <source>As shared</source>
        <translation>Wie geteilt</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>As the desktop has it</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/overview.py"/>
        <source>At a glance</source>
        <translation>Auf einen Blick</translation>
    </message>
    <message>
        <location filename="../../core/search/parser.py"/>
        <source>At most {most} tags can be linked in time; the rest is looked for anywhere in the clip.</source>
        <translation>Höchstens {most} Tags lassen sich zeitlich verknüpfen; der Rest wird irgendwo im Clip gesucht.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/time_entry.py"/>
        <source>At {rate} frames a second there is no frame {frame}.</source>
        <translation>Bei {rate} Bildern pro Sekunde gibt es kein Bild {frame}.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/asking.py"/>
        <source>Authority files (*.csv *.xlsx *.json *.jsonld)</source>
        <translation>Namensdateien (*.csv *.xlsx *.json *.jsonld)</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>Avid Log Exchange (a bin of clips)</source>
        <translation>Avid Log Exchange (ein Bin mit Clips)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>B&amp;rowser</source>
        <translation>Na&amp;vigator</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <location filename="../../gui/player/keys.py"/>
        <source>Back to the clips</source>
        <translation>Zurück zu den Clips</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>Back to the clips (Esc)</source>
        <translation>Zurück zu den Clips (Esc)</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/package.py"/>
        <source>BagIt: a folder any archive can check, with SHA-256 of every file</source>
        <translation>BagIt: ein Ordner, den jedes Archiv prüfen kann, mit SHA-256 jeder Datei</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>Became</source>
        <translation>Wurde zu</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Begin a stretch with the name on that key, and end it; held, for as long as it is held</source>
        <translation>Einen Abschnitt mit dem Namen dieser Taste beginnen und beenden; gehalten: so lange sie gehalten wird</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Blank cells clear</source>
        <translation>Leere Zellen leeren</translation>
    </message>
    <message>
        <location filename="../../gui/player/overlay.py"/>
        <source>Boxes on the picture</source>
        <translation>Rahmen auf dem Bild</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Bring clips and stills in</source>
        <translation>Clips und Standbilder aufnehmen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Bring in all clips and stills of a folder</source>
        <translation>Alle Clips und Standbilder eines Ordners aufnehmen</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser_list.py"/>
        <source>Browse</source>
        <translation>Navigieren</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser.py"/>
        <source>Browser</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/window.py"/>
        <source>Browser, clips and inspector</source>
        <translation>Navigator, Clips und Inspektor</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>By d&amp;ay</source>
        <translation>Nach &amp;Tagen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>By l&amp;ocation</source>
        <translation>Nach &amp;Ort</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>By prod&amp;uction</source>
        <translation>Nach Prod&amp;uktion</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>C&amp;lose window</source>
        <translation>Fens&amp;ter schließen</translation>
    </message>
    <message>
        <location filename="../../core/search/facets.py"/>
        <location filename="../../gui/inspector/facts.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <location filename="../../gui/program.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Cancelled. {found}.</source>
        <translation>Abgebrochen. {found}.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/verify.py"/>
        <source>Cancelled: {found}.</source>
        <translation>Abgebrochen: {found}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/telling.py"/>
        <source>Cancelled; %n clips came in and stay</source>
        <translation>
            <numerusform>Abgebrochen; %n Clip ist aufgenommen und bleibt</numerusform>
            <numerusform>Abgebrochen; %n Clips sind aufgenommen und bleiben</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/package.py"/>
        <source>Cancelled; pack into the same folder again to go on from here.</source>
        <translation>Abgebrochen; erneut in denselben Ordner gepackt, geht es von hier aus weiter.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/strip.py"/>
        <source>Cancelling; what has come in stays</source>
        <translation>Wird abgebrochen; was aufgenommen ist, bleibt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../core/model/sniff.py"/>
        <source>Canon raw</source>
        <translation>Canon-Raw</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <source>Caption and source</source>
        <translation>Bildunterschrift und Quelle</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>Caption as shared</source>
        <translation>Bildunterschrift wie geteilt</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Cells of the sheet that differ</source>
        <translation>Zellen der Liste, die abweichen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/access.py"/>
        <source>Change access of %n clips</source>
        <translation>
            <numerusform>Zugang von %n Clip ändern</numerusform>
            <numerusform>Zugang von %n Clips ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/rights.py"/>
        <source>Change rights of %n clips</source>
        <translation>
            <numerusform>Rechte an %n Clip ändern</numerusform>
            <numerusform>Rechte an %n Clips ändern</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Change what {name} says</source>
        <translation>Bedeutung von {name} ändern</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>Change {entry}</source>
        <translation>{entry} ändern</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moments.py"/>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/edits.py"/>
        <source>Change {what} of %n clips</source>
        <translation>
            <numerusform>Von %n Clip ändern: {what}</numerusform>
            <numerusform>Von %n Clips ändern: {what}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>Choose a command, then press its new keys.</source>
        <translation>Einen Befehl wählen, dann die neuen Tasten drücken.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_pane.py"/>
        <source>Choose a name, or find one.</source>
        <translation>Einen Namen wählen oder suchen.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Choose a stretch, and go to where it begins</source>
        <translation>Einen Abschnitt wählen und zu seinem Anfang gehen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Choose at least one more column that is to be taken over.</source>
        <translation>Mindestens eine weitere Spalte wählen, die übernommen werden soll.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Choose folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Choose the clip that keys are for</source>
        <translation>Den Clip wählen, für den die Tasten gelten</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Choose the column that tells which clip is meant: by its id, or by the name of its file.</source>
        <translation>Die Spalte wählen, die sagt, welcher Clip gemeint ist: durch seine ID oder den Namen seiner Datei.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Choose the folder, or drive, that they may be on now.</source>
        <translation>Den Ordner oder das Laufwerk wählen, auf dem sie jetzt liegen könnten.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/picture_edits.py"/>
        <source>Choose the picture of {entry}</source>
        <translation>Bild von {entry} wählen</translation>
    </message>
    <message>
        <location filename="../../gui/export/place.py"/>
        <source>Choose where to write</source>
        <translation>Speicherort wählen</translation>
    </message>
    <message>
        <location filename="../../gui/export/place.py"/>
        <location filename="../../gui/keeping/package.py"/>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/nearby.py"/>
        <source>Claim</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/nearby.py"/>
        <source>Claim this as where it was shot</source>
        <translation>Als behaupteten Drehort übernehmen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/ingest/place_claims.py"/>
        <source>Claim where %n clips were shot</source>
        <translation>
            <numerusform>Drehort von %n Clip behaupten</numerusform>
            <numerusform>Drehort von %n Clips behaupten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entries_pane.py"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../../gui/player/regions.py"/>
        <source>Clear the box</source>
        <translation>Rahmen entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser.py"/>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <location filename="../../gui/widgets/search_field.py"/>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>Click plays from there, right click offers more</source>
        <translation>Klick spielt ab dort, Rechtsklick bietet mehr</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Click to write it anew, press Delete to take it out.</source>
        <translation>Klicken, um es neu zu schreiben; Entf nimmt es heraus.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <location filename="../../gui/export/gate.py"/>
        <location filename="../../gui/inspector/facts.py"/>
        <location filename="../../gui/keeping/due.py"/>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>Clip or name</source>
        <translation>Clip oder Name</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <location filename="../../gui/history/steps_model.py"/>
        <location filename="../../gui/inspector/detail.py"/>
        <location filename="../../gui/inspector/overview.py"/>
        <location filename="../../gui/library/clip_grid.py"/>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <location filename="../../gui/vocabulary/tree.py"/>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Clips are shown as a list</source>
        <translation>Clips werden als Liste gezeigt</translation>
    </message>
    <message>
        <location filename="../../gui/library/clip_table.py"/>
        <source>Clips as a list</source>
        <translation>Clips als Liste</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>Clips held back</source>
        <translation>Zurückgehaltene Clips</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>Clips tagged with the one are found under the other; nothing is lost, and undo parts them.</source>
        <translation>Clips mit dem einen Namen finden sich unter dem anderen; nichts geht verloren, und Rückgängig trennt sie wieder.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>Clips that are put into these folders come in by themselves while a window is open here.</source>
        <translation>Clips, die in diese Ordner gelegt werden, kommen von selbst herein, solange hier ein Fenster offen ist.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/due.py"/>
        <source>Clips that become free soon</source>
        <translation>Clips, die bald frei werden</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Close this window; everything is saved</source>
        <translation>Dieses Fenster schließen; alles ist gespeichert</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Close what is offered, then leave the field</source>
        <translation>Das Angebotene schließen, dann das Feld verlassen</translation>
    </message>
    <message>
        <location filename="../../core/search/facets.py"/>
        <location filename="../../gui/inspector/facts.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <location filename="../../gui/library/clip_table.py"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Columns of sheets that come back, by name: theirs to ours</source>
        <translation>Spalten zurückgekommener Listen, nach Namen: deren zu unseren</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Columns of tag sheets, in order, saved by name</source>
        <translation>Spalten von Tag-Listen, geordnet, nach Namen gespeichert</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Columns of the list: order, widths, choice (base64)</source>
        <translation>Spalten der Liste: Reihenfolge, Breiten, Auswahl (base64)</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <location filename="../../gui/export/columns.py"/>
        <source>Columns of the sheet</source>
        <translation>Spalten der Liste</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Columns of the sheet and where they lead</source>
        <translation>Spalten der Liste und wohin sie führen</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Columns of the tag sheet, in order (none: the usual)</source>
        <translation>Spalten der Tag-Liste, geordnet (keine: die üblichen)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Comma, full stop</source>
        <translation>Komma, Punkt</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>Comma-separated values (for reading and machines)</source>
        <translation>CSV (zum Lesen und für Maschinen)</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../../gui/palette/dialog.py"/>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Compare all clips, and note which look alike</source>
        <translation>Alle Clips vergleichen und vermerken, welche sich ähneln</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Compare side &amp;by side</source>
        <translation>Nebeneinander &amp;vergleichen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/seen_before.py"/>
        <source>Compare the two side by side</source>
        <translation>Die beiden nebeneinander vergleichen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/seen_before.py"/>
        <source>Compare with {name}</source>
        <translation>Mit {name} vergleichen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/copies.py"/>
        <source>Comparing all clips with each other. What looks alike is told when it is done.</source>
        <translation>Alle Clips werden miteinander verglichen. Am Ende wird gesagt, was sich ähnelt.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Confirm it…</source>
        <translation>Bestätigen …</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>Confirm {entry} on {clips}</source>
        <translation>{entry} an {clips} bestätigen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Confirm {name}</source>
        <translation>{name} bestätigen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Conflicts</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf.py"/>
        <source>Contact sheet to read and print (PDF, the CSV inside)</source>
        <translation>Kontaktbogen zum Drucken (PDF, CSV darin)</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf.py"/>
        <source>Contact sheet, {date}</source>
        <translation>Kontaktbogen, {date}</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>Copied into the archive, verified</source>
        <translation>Ins Archiv kopiert, geprüft</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>Copied the picture.</source>
        <translation>Bild kopiert.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>Copied to</source>
        <translation>Kopiert nach</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/keeping/package.py"/>
        <source>Copies the originals of %n clips with sheets and sidecars, and reads every copy back.</source>
        <translation>
            <numerusform>Kopiert das Original von %n Clip mit Listen und Begleitdateien und liest jede Kopie zur Kontrolle.</numerusform>
            <numerusform>Kopiert die Originale von %n Clips mit Listen und Begleitdateien und liest jede Kopie zur Kontrolle.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/around/troubles.py"/>
        <source>Copy all that is known of it, to send it to somebody who can help</source>
        <translation>Alles kopieren, was darüber bekannt ist, um es jemandem zu schicken, der helfen kann</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/failures.py"/>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Copy originals, sheets and sidecars, verified</source>
        <translation>Originale, Listen und Begleitdateien kopieren, geprüft</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Copy ta&amp;gs</source>
        <translation>Ta&amp;gs kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Copy the picture</source>
        <translation>Das Bild kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Copy the tags that all selected clips carry</source>
        <translation>Die Tags kopieren, die alle ausgewählten Clips tragen</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>Copyright not evaluated</source>
        <translation>Urheberrecht nicht geprüft</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>Copyright undetermined</source>
        <translation>Urheberrecht ungeklärt</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Create names that are new</source>
        <translation>Neue Namen anlegen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Create what is unknown</source>
        <translation>Unbekanntes anlegen</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <location filename="../../gui/ingest/terms_form.py"/>
        <location filename="../../gui/inspector/words.py"/>
        <source>Credit</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../../gui/search/search_bar.py"/>
        <source>Date shot</source>
        <translation>Drehdatum</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/headings.py"/>
        <source>Day not known</source>
        <translation>Tag unbekannt</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/due.py"/>
        <source>Days to look ahead</source>
        <translation>Tage voraus</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/chips.py"/>
        <source>Delete removes it</source>
        <translation>Entf entfernt es</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/tagging.py"/>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>Did you mean {name}?</source>
        <translation>Meinten Sie {name}?</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/search_field.py"/>
        <source>Did you mean {suggestion}?</source>
        <translation>Meinten Sie {suggestion}?</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>Directors</source>
        <translation>Regie</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Dispute</source>
        <translation>Anzweifeln</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Dispute it…</source>
        <translation>Anzweifeln …</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>Dispute {entry} on {clips}</source>
        <translation>{entry} an {clips} anzweifeln</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Dispute {name}</source>
        <translation>{name} anzweifeln</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/dividers.py"/>
        <source>Divider {number} of: {parts}</source>
        <translation>Trenner {number} von: {parts}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Do anything, go anywhere: commands, names, searches, archives</source>
        <translation>Alles tun, überall hin: Befehle, Namen, Suchen, Archive</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/claims.py"/>
        <source>Do not suggest {entry} for %n clips</source>
        <translation>
            <numerusform>{entry} für %n Clip nicht vorschlagen</numerusform>
            <numerusform>{entry} für %n Clips nicht vorschlagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Do the step again</source>
        <translation>Den Schritt noch einmal tun</translation>
    </message>
    <message>
        <location filename="../../core/storage/history.py"/>
        <source>Done again: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <location filename="../../gui/player/overlay.py"/>
        <source>Draw a box for {name} · Ctrl+arrows move, with Shift size · Enter keeps · Esc leaves</source>
        <translation>Rahmen für {name} ziehen · Strg+Pfeile verschieben, mit Umschalt Größe · Eingabe behält · Esc verlässt</translation>
    </message>
    <message>
        <location filename="../../gui/player/regions.py"/>
        <source>Draw a box in the frame (Shift+B)</source>
        <translation>Rahmen im Bild ziehen (Umschalt+B)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Draw or move the box of the chosen stretch in the frame</source>
        <translation>Den Rahmen des gewählten Abschnitts im Bild zeichnen oder bewegen</translation>
    </message>
    <message>
        <location filename="../../gui/program.py"/>
        <source>Drawing clips</source>
        <translation>Clips werden gezeichnet</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/tree.py"/>
        <source>Drop a name on another name of its kind.</source>
        <translation>Einen Namen auf einen anderen derselben Art ziehen.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/nothing_found.py"/>
        <source>Drop clips here</source>
        <translation>Clips hier ablegen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/nothing_found.py"/>
        <source>Drop files or folders anywhere on this window. They stay where they are and are never changed.</source>
        <translation>Dateien oder Ordner irgendwo auf diesem Fenster ablegen. Sie bleiben, wo sie sind, und werden nie verändert.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/dropping.py"/>
        <source>Drop to import %n items</source>
        <translation>
            <numerusform>Ablegen, um %n Objekt zu importieren</numerusform>
            <numerusform>Ablegen, um %n Objekte zu importieren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/ingest/dropping.py"/>
        <source>Drop to open {archive}</source>
        <translation>Ablegen, um {archive} zu öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/tree.py"/>
        <source>Drop {label} on another name to merge the two.</source>
        <translation>{label} auf einen anderen Namen ziehen, um beide zusammenzuführen.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <location filename="../../gui/inspector/facts.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <location filename="../../gui/search/search_bar.py"/>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>E</source>
        <comment>of Greenwich</comment>
        <translation>O</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>E&amp;xport names…</source>
        <translation>Namen e&amp;xportieren …</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <source>EMBARGO: {reason}</source>
        <translation>SPERRFRIST: {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/vocabulary/dropping.py"/>
        <source>Each of %n places</source>
        <translation>
            <numerusform>Jeder von %n Ort</numerusform>
            <numerusform>Jeder von %n Orten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>Earlier imports</source>
        <translation>Frühere Importe</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Edit {name}…</source>
        <translation>{name} bearbeiten …</translation>
    </message>
    <message>
        <location filename="../../gui/player/page.py"/>
        <source>Edit “{name}”…</source>
        <translation>„{name}“ bearbeiten …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/entries.py"/>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/access.py"/>
        <source>Embargo</source>
        <translation>Sperrfrist</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/access.py"/>
        <source>Embargo until</source>
        <translation>Sperrfrist bis</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>Ending …</source>
        <translation>Wird beendet …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>Every command has its usual keys.</source>
        <translation>Jeder Befehl hat seine üblichen Tasten.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Every original is where it was; there is nothing to find.</source>
        <translation>Jedes Original liegt, wo es lag; es gibt nichts zu suchen.</translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>Every shot is found.</source>
        <translation>Alle Einstellungen sind gefunden.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>Export tag sheet</source>
        <translation>Tag-Liste exportieren</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/asking.py"/>
        <source>Export the authority file</source>
        <translation>Namensdatei exportieren</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>Export the report</source>
        <translation>Den Bericht exportieren</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Feb</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <location filename="../../gui/inspector/detail.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>File name (tells the clip)</source>
        <translation>Dateiname des Clips</translation>
    </message>
    <message>
        <location filename="../../gui/export/place.py"/>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/arrival.py"/>
        <source>Files and what will become of them</source>
        <translation>Dateien und was aus ihnen wird</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>Files of this import</source>
        <translation>Dateien dieses Imports</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/failures.py"/>
        <source>Files that could not be read</source>
        <translation>Dateien, die nicht lesbar waren</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Fill the screen, or come back</source>
        <translation>Bildschirm füllen oder zurück</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>Filled in</source>
        <translation>Ergänzt</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser.py"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser.py"/>
        <source>Filter people, locations and productions</source>
        <translation>Personen, Orte und Produktionen filtern</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>Final Cut Pro XML (clips, markers, keywords)</source>
        <translation>Final Cut Pro XML (Clips, Marken, Schlagwörter)</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entries_pane.py"/>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>Find a command or its keys</source>
        <translation>Einen Befehl oder seine Tasten suchen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>Find a key or what it does</source>
        <translation>Eine Taste oder ihre Wirkung suchen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entries_pane.py"/>
        <source>Find a name</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Find moved originals</source>
        <translation>Verschobene Originale suchen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Find the moments that answer, each with its frame</source>
        <translation>Die passenden Momente finden, jeden mit seinem Bild</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <source>Finding shots: {done} of {total}</source>
        <translation>Einstellungen werden gesucht: {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <location filename="../../gui/export/preview.py"/>
        <source>First rows of the sheet</source>
        <translation>Erste Zeilen der Liste</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <location filename="../../gui/keeping/package.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>Folder of the file</source>
        <translation>Ordner der Datei</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/package.py"/>
        <source>Folder of the package</source>
        <translation>Ordner des Pakets</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Folder the last tag sheet was written to</source>
        <translation>Ordner der letzten Tag-Liste</translation>
    </message>
    <message>
        <location filename="../../gui/export/place.py"/>
        <source>Folder to write</source>
        <translation>Zu schreibender Ordner</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Folders that clips come in from by themselves</source>
        <translation>Ordner, aus denen Clips von selbst hereinkommen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>For machines (*.json)</source>
        <translation>Für Maschinen (*.json)</translation>
    </message>
    <message>
        <location filename="../../gui/player/regions.py"/>
        <source>Forget where it is at this frame</source>
        <translation>Seinen Ort in diesem Bild vergessen</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Format of the tag sheet chosen last</source>
        <translation>Zuletzt gewähltes Format der Tag-Liste</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/keeping/relink.py"/>
        <source>Found {found} of %n lost originals</source>
        <translation>
            <numerusform>{found} von %n vermissten Original gefunden</numerusform>
            <numerusform>{found} von %n vermissten Originalen gefunden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>Frame shown</source>
        <translation>Gezeigtes Bild</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/alike.py"/>
        <source>Frames like one</source>
        <translation>Ähnliche Bilder</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/due.py"/>
        <source>Free on</source>
        <translation>Frei am</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/due.py"/>
        <source>Free soon</source>
        <translation>Bald frei</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>From</source>
        <translation>Seit</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/terms_form.py"/>
        <source>From</source>
        <comment>of clips: a platform, a person, a card</comment>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../../core/model/sniff.py"/>
        <source>Fujifilm raw</source>
        <translation>Fujifilm-Raw</translation>
    </message>
    <message>
        <location filename="../../gui/player/controls.py"/>
        <source>Full screen (F)</source>
        <translation>Vollbild (F)</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Gains here</source>
        <translation>Kommt hier hinzu</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Go from clip to clip; with Shift, select all on the way</source>
        <translation>Von Clip zu Clip gehen; mit Umschalt alle dazwischen auswählen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Go through what is offered</source>
        <translation>Durch das Angebotene gehen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Go to the search field</source>
        <translation>Ins Suchfeld gehen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Go to the tag field of the selected clips</source>
        <translation>Ins Tag-Feld der ausgewählten Clips gehen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/starting.py"/>
        <source>Going on with the import of {what}, which was cut short</source>
        <translation>Der abgebrochene Import von {what} geht weiter</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/keeping/package.py"/>
        <source>Hand over %n clips</source>
        <translation>
            <numerusform>%n Clip übergeben</numerusform>
            <numerusform>%n Clips übergeben</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>Handle</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Has</source>
        <translation>Hat</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>Has changed, or could not be read before</source>
        <translation>Hat sich geändert oder war zuvor nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>Held back by an embargo</source>
        <translation>Durch eine Sperrfrist zurückgehalten</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Held back: {cells} and {rows}.</source>
        <translation>Zurückgehalten: {cells} und {rows}.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Held back: {what}.</source>
        <translation>Zurückgehalten: {what}.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Hide the import</source>
        <translation>Import ausblenden</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Hide the result of the import</source>
        <translation>Das Ergebnis des Imports ausblenden</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/verbs.py"/>
        <source>History is signed “{who}” from here on.</source>
        <translation>Der Verlauf ist ab jetzt mit „{who}“ gezeichnet.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>Holds the same as {name}</source>
        <translation>Enthält dasselbe wie {name}</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Holds this</source>
        <translation>Enthält diesen</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Holds this, at {there}</source>
        <translation>Enthält diesen, bei {there}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>How far it is trusted</source>
        <translation>Wie weit dem getraut wird</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/given_tags.py"/>
        <source>How far these names may be trusted</source>
        <translation>Wie weit diesen Namen zu trauen ist</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>How much is done</source>
        <translation>Wie viel getan ist</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>How often what was chosen in the command palette</source>
        <translation>Wie oft was in der Befehlspalette gewählt wurde</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <source>How the clips are linked</source>
        <translation>Wie die Clips gekoppelt sind</translation>
    </message>
    <message>
        <location filename="../../gui/around/session.py"/>
        <source>How the window stood could not be written to {file}: {strerror}.</source>
        <translation>Der Zustand des Fensters ließ sich nicht nach {file} schreiben: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/terms_form.py"/>
        <source>How they are credited</source>
        <translation>Wie sie zu nennen sind</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>How to search, and all keys</source>
        <translation>Wie gesucht wird, und alle Tasten</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>IPTC Video Metadata Hub 1.5 (JSON)</source>
        <translation>IPTC Video Metadata Hub 1.5 (JSON)</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>Id (tells the clip)</source>
        <translation>ID des Clips</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <location filename="../../gui/vocabulary/tree.py"/>
        <source>Ids</source>
        <translation>IDs</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Impor&amp;ts…</source>
        <translation>Import&amp;e …</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/arrival.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <location filename="../../gui/main_window/clips_pane.py"/>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/edits.py"/>
        <source>Import %n clips</source>
        <translation>
            <numerusform>%n Clip importieren</numerusform>
            <numerusform>%n Clips importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/ingest/arrival.py"/>
        <source>Import %n files and folders</source>
        <translation>
            <numerusform>%n Datei oder Ordner importieren</numerusform>
            <numerusform>%n Dateien und Ordner importieren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Import &amp;folder…</source>
        <translation>Or&amp;dner importieren …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/verbs.py"/>
        <source>Import a folder</source>
        <translation>Einen Ordner importieren</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/verbs.py"/>
        <source>Import clips and stills</source>
        <translation>Clips und Standbilder importieren</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Import na&amp;mes…</source>
        <translation>Na&amp;men importieren …</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>Import of {name}</source>
        <translation>Import von {name}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Import ret&amp;urned sheet…</source>
        <translation>Zurückgekommene &amp;Liste einlesen …</translation>
    </message>
    <message>
        <location filename="../../core/ingest/session.py"/>
        <source>Import {name}</source>
        <translation>{name} importieren</translation>
    </message>
    <message>
        <location filename="../../core/ingest/session.py"/>
        <source>Import {name} (continued)</source>
        <translation>{name} importieren (fortgesetzt)</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/arrival.py"/>
        <source>Import “{name}”</source>
        <translation>„{name}“ importieren</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <source>Importing {done} of {total}</source>
        <translation>Import: {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <source>Importing {done} of {total} found so far</source>
        <translation>Import: {done} von bisher {total} gefundenen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>Imports that wait</source>
        <translation>Wartende Importe</translation>
    </message>
    <message>
        <location filename="../../gui/player/controls.py"/>
        <source>In and out point</source>
        <translation>In- und Out-Punkt</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>In copyright</source>
        <translation>Urheberrechtlich geschützt</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>In copyright, EU orphan work</source>
        <translation>Geschützt, verwaistes Werk (EU)</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>In copyright, educational use permitted</source>
        <translation>Geschützt, Nutzung für Bildung erlaubt</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>In copyright, non-commercial use permitted</source>
        <translation>Geschützt, nicht kommerzielle Nutzung erlaubt</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>In copyright, rights-holder unlocatable or unidentifiable</source>
        <translation>Geschützt, Rechteinhaber nicht auffindbar oder unbekannt</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>In names, tags, captions, notes or moments. Click to write it anew, press Delete to take it out.</source>
        <translation>In Namen, Tags, Bildunterschriften, Notizen oder Momenten. Klicken, um es neu zu schreiben; Entf nimmt es heraus.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>In point</source>
        <translation>In-Punkt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/crops.py"/>
        <source>In the frame</source>
        <translation>Im Bild</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>In the player</source>
        <translation>Im Player</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>In the sheet</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>In these &amp;words</source>
        <translation>Im Wort&amp;laut</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Is a part of this</source>
        <translation>Ist ein Teil hiervon</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Is not</source>
        <translation>Ist nicht</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>Is now</source>
        <translation>Ist jetzt</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Is {here} of this</source>
        <translation>Ist {here} hiervon</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>It ends after {seconds} s: the file is cut off; what is there was kept.</source>
        <translation>Endet nach {seconds} s: Die Datei ist abgeschnitten; was da ist, wurde übernommen.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/strip.py"/>
        <source>It goes on when the archive is opened again</source>
        <translation>Er geht weiter, wenn das Archiv wieder geöffnet wird</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/nothing_found.py"/>
        <source>It is open for reading only.</source>
        <translation>Es ist nur zum Lesen geöffnet.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>It is taken off %n clips. Undo brings it back.</source>
        <translation>
            <numerusform>Er wird von %n Clip entfernt. Rückgängig bringt ihn zurück.</numerusform>
            <numerusform>Er wird von %n Clips entfernt. Rückgängig bringt ihn zurück.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>It was not finished; what was done by then stays.</source>
        <translation>Nicht abgeschlossen; was bis dahin getan war, bleibt.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>It was shot there</source>
        <translation>Dort wurde gedreht</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Its columns are not called as ours; say which is which.</source>
        <translation>Die Spalten heißen anders als hier; bitte zuordnen.</translation>
    </message>
    <message>
        <location filename="../../gui/library/clip_facts.py"/>
        <source>Its record is damaged; “check --repair” restores it.</source>
        <translation>Sein Datensatz ist beschädigt; „check --repair“ stellt ihn wieder her.</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>JPEG (*.jpg *.jpeg)</source>
        <translation>JPEG (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/spans.py"/>
        <source>Join the moments “{moment}” and “{other}”</source>
        <translation>Momente „{moment}“ und „{other}“ verbinden</translation>
    </message>
    <message>
        <location filename="../../gui/player/page.py"/>
        <source>Join with the next</source>
        <translation>Mit dem nächsten verbinden</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>Keep apart</source>
        <translation>Getrennt lassen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>Keep the other name</source>
        <translation>Den anderen Namen behalten</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Keep the search under a name, in the browser</source>
        <translation>Die Suche unter einem Namen im Navigator behalten</translation>
    </message>
    <message>
        <location filename="../../core/catalog/hygiene.py"/>
        <source>Keep {entry} and {other} apart</source>
        <translation>{entry} und {other} getrennt lassen</translation>
    </message>
    <message>
        <location filename="../../gui/frames/frame_grid.py"/>
        <location filename="../../gui/inspector/pictures.py"/>
        <source>Keyframes</source>
        <translation>Keyframes</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/overview.py"/>
        <location filename="../../gui/main_window/help.py"/>
        <location filename="../../gui/preferences/keys.py"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>Keys and searching</source>
        <translation>Tasten und Suche</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Keys of commands, where they are not the usual ones</source>
        <translation>Tasten von Befehlen, wo es nicht die üblichen sind</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Keyword</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <location filename="../../gui/inspector/tags.py"/>
        <location filename="../../gui/kinds.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/player/lanes.py"/>
        <source>Keywords</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Leave</source>
        <translation>Belassen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Leave Slatebook; everything is saved</source>
        <translation>Slatebook verlassen; alles ist gespeichert</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Leave it as a claim…</source>
        <translation>Als Behauptung belassen …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/listing.py"/>
        <source>Leave it out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/entries.py"/>
        <source>Leave its clips out</source>
        <translation>Seine Clips ausschließen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Leave the field, then clear the search, then the selection</source>
        <translation>Das Feld verlassen, dann die Suche leeren, dann die Auswahl</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>Leave the name out</source>
        <translation>Namen auslassen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>Leave {entry} on {clips} as a claim</source>
        <translation>{entry} an {clips} als Behauptung belassen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Leave {name} as a claim</source>
        <translation>{name} als Behauptung belassen</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <source>Left and right clip</source>
        <translation>Linker und rechter Clip</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <source>Left clip</source>
        <translation>Linker Clip</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>Left in place</source>
        <translation>Liegen gelassen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/face.py"/>
        <source>Let clips give the picture</source>
        <translation>Bild aus den Clips nehmen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/picture_edits.py"/>
        <source>Let clips give {entry} its picture</source>
        <translation>Bild von {entry} aus den Clips nehmen</translation>
    </message>
    <message>
        <location filename="../../gui/player/regions.py"/>
        <source>Let it stand still here</source>
        <translation>Hier stehen lassen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Let the chosen stretch begin or end at the playhead</source>
        <translation>Den gewählten Abschnitt am Abspielkopf beginnen oder enden lassen</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>Let these clips leave too, because</source>
        <translation>Auch diese Clips hinausgeben, weil</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../../gui/frames/alike.py"/>
        <source>Like {time} of {name}</source>
        <translation>Wie {time} in {name}</translation>
    </message>
    <message>
        <location filename="../../core/exchange/records.py"/>
        <source>Line {line} of {path} is no JSON: {error}.</source>
        <translation>Zeile {line} von {path} ist kein JSON: {error}.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/records.py"/>
        <source>Line {line} of {path} is no record.</source>
        <translation>Zeile {line} von {path} ist kein Datensatz.</translation>
    </message>
    <message>
        <location filename="../../core/export/bagit.py"/>
        <source>Line {number} of {manifest} is not a hash and a path: it is damaged.</source>
        <translation>Zeile {number} von {manifest} ist nicht Prüfsumme und Pfad: Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <source>Link</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/seen_before.py"/>
        <source>Link with {name}</source>
        <translation>Mit {name} verknüpfen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/link_edits.py"/>
        <source>Link {clip}: {kind} {other}</source>
        <translation>{clip} verknüpfen: {kind} {other}</translation>
    </message>
    <message>
        <location filename="../../gui/compare/link.py"/>
        <source>Linked</source>
        <translation>Gekoppelt</translation>
    </message>
    <message>
        <location filename="../../gui/seen/deciding.py"/>
        <source>Linked with {name}.</source>
        <translation>Mit {name} verknüpft.</translation>
    </message>
    <message>
        <location filename="../../gui/compare/link.py"/>
        <source>Linked, right {offset}</source>
        <translation>Gekoppelt, rechts {offset}</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Linked: {one} of the first is {other} of the second.</source>
        <translation>Verbunden: {one} des ersten ist {other} des zweiten.</translation>
    </message>
    <message>
        <location filename="../../gui/around/troubles.py"/>
        <source>List and details</source>
        <translation>Liste und Einzelheiten</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/arrival.py"/>
        <source>List every file and what will become of it</source>
        <translation>Jede Datei auflisten und was aus ihr wird</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>List every step, see what it changed, and undo any of them</source>
        <translation>Jeden Schritt auflisten, sehen, was er änderte, und jeden davon rückgängig machen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>List the files that could not be read, and why</source>
        <translation>Die nicht lesbaren Dateien auflisten, mit dem Grund</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>List what Slatebook had to warn of, newest first</source>
        <translation>Auflisten, wovor Slatebook warnen musste, Neuestes zuerst</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>List what becomes free of its embargo</source>
        <translation>Auflisten, wessen Sperrfrist abläuft</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/tags.py"/>
        <location filename="../../gui/kinds.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <source>Locations</source>
        <translation>Orte</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Look for originals that were moved or renamed</source>
        <translation>Originale suchen, die verschoben oder umbenannt wurden</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Look through the clip by its filmstrip, back or on</source>
        <translation>Den Clip in seinem Filmstreifen durchsehen, zurück oder weiter</translation>
    </message>
    <message>
        <location filename="../../core/search/facets.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Looked at</source>
        <translation>Gesichtet</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/main_window/taking_in.py"/>
        <source>Looking at %n items…</source>
        <translation>
            <numerusform>%n Objekt wird angesehen …</numerusform>
            <numerusform>%n Objekte werden angesehen …</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>Looking for shots ended early.</source>
        <translation>Die Suche nach Einstellungen endete vorzeitig.</translation>
    </message>
    <message>
        <location filename="../../core/ingest/relink.py"/>
        <source>Looking for what is not there</source>
        <translation>Fehlendes wird gesucht</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Looking in {folder} …</source>
        <translation>Suche in {folder} …</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>Looking through the clips…</source>
        <translation>Clips werden durchgesehen …</translation>
    </message>
    <message>
        <location filename="../../core/ingest/relink.py"/>
        <source>Looking through the folder</source>
        <translation>Ordner wird durchgesehen</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <location filename="../../gui/ingest/arrival.py"/>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>Looking…</source>
        <translation>Wird durchgesehen …</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Looks like the same</source>
        <translation>Sieht aus wie derselbe</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Looks like {here} of this</source>
        <translation>Sieht aus wie {here} hiervon</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Lost originals, and where they are now</source>
        <translation>Vermisste Originale und wo sie jetzt liegen</translation>
    </message>
    <message>
        <location filename="../../gui/player/controls.py"/>
        <source>Loudness</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <location filename="../../core/model/sniff.py"/>
        <source>MPEG program stream</source>
        <translation>MPEG-Programmstrom</translation>
    </message>
    <message>
        <location filename="../../core/model/sniff.py"/>
        <source>MPEG transport stream</source>
        <translation>MPEG-Transportstrom</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_page.py"/>
        <source>Made by Slatebook on {date}</source>
        <translation>Erstellt von Slatebook am {date}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/verbs.py"/>
        <location filename="../../gui/vocabulary/entry_dialog.py"/>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/verbs.py"/>
        <source>Make a new archive</source>
        <translation>Ein neues Archiv anlegen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>Make a new {kind}</source>
        <translation>Neu anlegen ({kind})</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Make a new, empty archive</source>
        <translation>Ein neues, leeres Archiv anlegen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Make and open a small archive of rendered, tagged clips</source>
        <translation>Ein kleines Archiv aus gezeichneten, getaggten Clips anlegen und öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Make the cards bigger</source>
        <translation>Die Karten vergrößern</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Make the cards smaller</source>
        <translation>Die Karten verkleinern</translation>
    </message>
    <message>
        <location filename="../../core/catalog/poster_edits.py"/>
        <source>Make the frame at {time} the poster of {clip}</source>
        <translation>Das Bild bei {time} zum Titelbild von {clip} machen</translation>
    </message>
    <message>
        <location filename="../../gui/program.py"/>
        <source>Making the sample archive. {what}: {done} of {total}</source>
        <translation>Das Beispielarchiv entsteht. {what}: {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../gui/program.py"/>
        <source>Making the sample archive. {what}…</source>
        <translation>Das Beispielarchiv entsteht. {what} …</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Mar&amp;k as looked at</source>
        <translation>A&amp;ls gesichtet markieren</translation>
    </message>
    <message>
        <location filename="../../gui/player/page.py"/>
        <source>Mark &amp;in here (I)</source>
        <translation>&amp;In-Punkt hier setzen (I)</translation>
    </message>
    <message>
        <location filename="../../gui/player/page.py"/>
        <source>Mark &amp;out here (O)</source>
        <translation>&amp;Out-Punkt hier setzen (O)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Mark as &amp;not looked at</source>
        <translation>Als &amp;ungesichtet markieren</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>Mark moment</source>
        <translation>Moment setzen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>Mark of Slatebook</source>
        <translation>Zeichen von Slatebook</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Mark the in point</source>
        <translation>In-Punkt setzen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>Mark the moment “{moment}”</source>
        <translation>Moment „{moment}“ setzen</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Mark the out point</source>
        <translation>Out-Punkt setzen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>Mark {entry} as {status}</source>
        <translation>{entry} als {status} kennzeichnen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>Mark {entry} in the frame</source>
        <translation>{entry} im Bild markieren</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>Marker EDL (DaVinci Resolve)</source>
        <translation>Marken-EDL (DaVinci Resolve)</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Match</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/menus.py"/>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/merging.py"/>
        <source>Merge %n names into {winner}</source>
        <translation>
            <numerusform>%n Namen mit {winner} zusammenführen</numerusform>
            <numerusform>%n Namen mit {winner} zusammenführen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>Merge &amp;into it…</source>
        <translation>Zusammenführen &amp;mit …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/entries.py"/>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>Merge into…</source>
        <translation>Zusammenführen mit …</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>Merge names</source>
        <translation>Namen zusammenführen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>Merge these…</source>
        <translation>Diese zusammenführen …</translation>
    </message>
    <message>
        <location filename="../../core/catalog/merging.py"/>
        <source>Merge {entry} into {winner}</source>
        <translation>{entry} mit {winner} zusammenführen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>Metadata for DaVinci Resolve (CSV)</source>
        <translation>Metadaten für DaVinci Resolve (CSV)</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>Moment of {clip}</source>
        <translation>Moment aus {clip}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <location filename="../../gui/main_window/clips_pane.py"/>
        <location filename="../../gui/player/lanes.py"/>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <location filename="../../gui/player/regions.py"/>
        <source>Move the box in the frame (Shift+B)</source>
        <translation>Rahmen im Bild verschieben (Umschalt+B)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Move the chosen stretch by a picture</source>
        <translation>Den gewählten Abschnitt um ein Bild verschieben</translation>
    </message>
    <message>
        <location filename="../../gui/player/page.py"/>
        <source>Move the ends of “{name}”</source>
        <translation>Enden von „{name}“ verschieben</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>Move {entry} in the frame</source>
        <translation>{entry} im Bild verschieben</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>N</source>
        <comment>of the equator</comment>
        <translation>N</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entries_pane.py"/>
        <source>N&amp;ew…</source>
        <translation>Ne&amp;u …</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/name_dialog.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <location filename="../../gui/search/search_bar.py"/>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <location filename="../../gui/vocabulary/tree.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Name a stretch of the clip</source>
        <translation>Einen Abschnitt des Clips benennen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Name here</source>
        <translation>Name hier</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <source>Name of the clip</source>
        <translation>Name des Clips</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Name of the mapping</source>
        <translation>Name der Zuordnung</translation>
    </message>
    <message>
        <location filename="../../gui/export/presets.py"/>
        <source>Name of the preset</source>
        <translation>Name der Vorgabe</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Name set in this archive, for everybody</source>
        <translation>Name in diesem Archiv, für alle</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Name there</source>
        <translation>Name dort</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/list_dialog.py"/>
        <location filename="../../gui/vocabulary/entry_tree.py"/>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>Names for the folder {name}</source>
        <translation>Namen für den Ordner {name}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/taking_in.py"/>
        <source>Names for the import of {name}</source>
        <translation>Namen für den Import von {name}</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/given_tags.py"/>
        <source>Names given to every new clip</source>
        <translation>Namen, die jeder neue Clip bekommt</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>Names nobody is certainly known by</source>
        <translation>Namen, die niemand sicher trägt</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Names of the authority file</source>
        <translation>Namen der Namensdatei</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf.py"/>
        <source>Names without a mark are established.</source>
        <translation>Namen ohne Zeichen sind gesichert.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>Names, and the one that is chosen</source>
        <translation>Namen und der gewählte</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>Names, parted by ;</source>
        <translation>Namen, durch ; getrennt</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/verbs.py"/>
        <source>New archive</source>
        <translation>Neues Archiv</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <location filename="../../gui/kinds.py"/>
        <source>New keyword</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>New keyword {entry}</source>
        <translation>Neues Schlagwort {entry}</translation>
    </message>
    <message>
        <location filename="../../gui/kinds.py"/>
        <source>New location</source>
        <translation>Neuer Ort</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>New location {entry}</source>
        <translation>Neuer Ort {entry}</translation>
    </message>
    <message>
        <location filename="../../gui/kinds.py"/>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>New person {entry}</source>
        <translation>Neue Person {entry}</translation>
    </message>
    <message>
        <location filename="../../gui/kinds.py"/>
        <source>New production</source>
        <translation>Neue Produktion</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>New production {entry}</source>
        <translation>Neue Produktion {entry}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/foretelling.py"/>
        <source>New, and on all %n clips</source>
        <translation>
            <numerusform>Neu, und auf %n Clip</numerusform>
            <numerusform>Neu, und auf allen %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/search/search_bar.py"/>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <location filename="../../core/exchange/records.py"/>
        <location filename="../../core/exchange/sheets.py"/>
        <source>No clip has that id.</source>
        <translation>Kein Clip hat diese ID.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>No clip is changed: the old name leads on, and undo parts the two again.</source>
        <translation>Kein Clip wird geändert: Der alte Name führt zum neuen, und Rückgängig trennt die beiden wieder.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/copies.py"/>
        <source>No clip looks like another but those you know of.</source>
        <translation>Kein Clip sieht wie ein anderer aus, außer den schon bekannten.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/nothing_found.py"/>
        <source>No clip matches “{asked}”</source>
        <translation>Kein Clip passt zu „{asked}“</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>No copyright, United States</source>
        <translation>Kein Urheberrechtsschutz, USA</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>No copyright, contractual restrictions</source>
        <translation>Kein Urheberrechtsschutz, vertragliche Beschränkungen</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>No copyright, non-commercial use only</source>
        <translation>Kein Urheberrechtsschutz, nur nicht kommerzielle Nutzung</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>No copyright, other known legal restrictions</source>
        <translation>Kein Urheberrechtsschutz, andere rechtliche Beschränkungen</translation>
    </message>
    <message>
        <location filename="../../core/exchange/sheets.py"/>
        <source>No file is called so.</source>
        <translation>Keine Datei heißt so.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>No file there holds the same.</source>
        <translation>Keine Datei dort hat denselben Inhalt.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>No folder is watched yet.</source>
        <translation>Noch wird kein Ordner überwacht.</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>No keyframe was kept</source>
        <translation>Kein Keyframe wurde behalten</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>No known copyright</source>
        <translation>Kein Urheberrechtsschutz bekannt</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/nothing_found.py"/>
        <source>No moment matches “{asked}”</source>
        <translation>Kein Moment passt zu „{asked}“</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/menus.py"/>
        <source>No other archive yet</source>
        <translation>Noch kein anderes Archiv</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/alike.py"/>
        <source>No other clip has a picture that is like this one.</source>
        <translation>Kein anderer Clip hat ein ähnliches Bild.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pictures.py"/>
        <source>No picture could be read</source>
        <translation>Kein Bild lesbar</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pictures.py"/>
        <source>No picture was kept</source>
        <translation>Kein Bild aufbewahrt</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/originals.py"/>
        <source>No program was found that opens {name}.</source>
        <translation>Es wurde kein Programm gefunden, das {name} öffnet.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pasting.py"/>
        <source>No tag is on all of these clips; nothing was copied.</source>
        <translation>Kein Tag steht an allen diesen Clips; nichts wurde kopiert.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pasting.py"/>
        <source>No tags were copied. Copy the tags of a clip first.</source>
        <translation>Keine Tags kopiert. Zuerst die Tags eines Clips kopieren.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/parent_field.py"/>
        <source>No {kind} is called “{text}”; choose one of those that are offered, or leave it empty.</source>
        <translation>„{text}“ ist nicht bekannt ({kind}); einen der angebotenen Namen wählen oder das Feld leer lassen.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/headings.py"/>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Not a duplicate</source>
        <translation>Kein Duplikat</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>Not decided: held back</source>
        <translation>Nicht entschieden: zurückgehalten</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>Not decided: will be made</source>
        <translation>Nicht entschieden: wird angelegt</translation>
    </message>
    <message>
        <location filename="../../gui/compare/link.py"/>
        <source>Not linked: keys move the side that is marked</source>
        <translation>Nicht gekoppelt: Tasten bewegen die markierte Seite</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Not read, for these do not come back: {columns}.</source>
        <translation>Nicht gelesen, weil sie nicht zurückkommen: {columns}.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>Not there just now; its files come in when it is back</source>
        <translation>Gerade nicht da; seine Dateien kommen herein, wenn er zurück ist</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Not {what}</source>
        <translation>Nicht {what}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <location filename="../../gui/inspector/rights.py"/>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../core/catalog/link_edits.py"/>
        <source>Note clips that look like others</source>
        <translation>Clips vermerken, die wie andere aussehen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>Note on rights</source>
        <translation>Notiz zu den Rechten</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Note that all of the selected clips was looked at</source>
        <translation>Vermerken, dass die ausgewählten Clips ganz gesichtet sind</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Note that the selected clips are still to be looked at</source>
        <translation>Vermerken, dass die ausgewählten Clips noch zu sichten sind</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <location filename="../../gui/inspector/detail.py"/>
        <location filename="../../gui/inspector/words.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/parent_field.py"/>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/due.py"/>
        <source>Nothing becomes free by {date}.</source>
        <translation>Bis {date} wird nichts frei.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/sheets.py"/>
        <source>Nothing comes back into “{ours}”; there are {known}, and {keys} to tell which clip is meant.</source>
        <translation>In „{ours}“ kommt nichts zurück; es gibt {known} und {keys}, um zu sagen, welcher Clip gemeint ist.</translation>
    </message>
    <message>
        <location filename="../../core/export/package.py"/>
        <source>Nothing could be packed.</source>
        <translation>Nichts konnte gepackt werden.</translation>
    </message>
    <message>
        <location filename="../../gui/search/notice.py"/>
        <source>Nothing for “{typed}”. Showing {shown}.</source>
        <translation>Nichts zu „{typed}“. Gezeigt wird {shown}.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>Nothing is being imported</source>
        <translation>Nichts wird importiert</translation>
    </message>
    <message>
        <location filename="../../gui/palette/dialog.py"/>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <location filename="../../gui/seen/deciding.py"/>
        <source>Nothing is said of it and {name} any more.</source>
        <translation>Über ihn und {name} ist nichts mehr gesagt.</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>Nothing like that was done in this archive yet.</source>
        <translation>Dergleichen wurde in diesem Archiv noch nicht getan.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/alike.py"/>
        <source>Nothing looks like it</source>
        <translation>Nichts Ähnliches</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>Nothing new, but something to put right</source>
        <translation>Nichts Neues, aber etwas zu berichtigen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>Nothing new: all of it is known already or no media</source>
        <translation>Nichts Neues: alles schon bekannt oder ohne Bild</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>Nothing there to import</source>
        <translation>Nichts zu importieren</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Nothing to apply</source>
        <translation>Nichts zu übernehmen</translation>
    </message>
    <message>
        <location filename="../../core/export/package_plan.py"/>
        <source>Nothing to pack.</source>
        <translation>Nichts zu packen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/export/package_plan.py"/>
        <source>Nothing to pack: %n clips held back under embargo.</source>
        <translation>
            <numerusform>Nichts zu packen: %n Clip wegen einer Sperrfrist zurückgehalten.</numerusform>
            <numerusform>Nichts zu packen: %n Clips wegen einer Sperrfrist zurückgehalten.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/export/package_plan.py"/>
        <source>Nothing to pack: no clip answers the query.</source>
        <translation>Nichts zu packen: Kein Clip entspricht der Suche.</translation>
    </message>
    <message>
        <location filename="../../gui/around/troubles.py"/>
        <source>Nothing went wrong.</source>
        <translation>Nichts ging schief.</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>Nothing: every clip may leave.</source>
        <translation>Nichts: Jeder Clip darf hinaus.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <location filename="../../core/search/parser.py"/>
        <source>OR stands between two things: one is missing.</source>
        <translation>OR steht zwischen zwei Dingen: eines fehlt.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Of the same event</source>
        <translation>Vom selben Ereignis</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>On the contact sheet</source>
        <translation>Auf dem Kontaktbogen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>On the timeline</source>
        <translation>Auf der Zeitachse</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>One a line; a language in brackets: Том Круз [ru]</source>
        <translation>Einer je Zeile; die Sprache in Klammern: Том Круз [ru]</translation>
    </message>
    <message>
        <location filename="../../gui/player/quick_row.py"/>
        <source>One at a time</source>
        <translation>Immer nur einer</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>One picture back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <location filename="../../gui/player/controls.py"/>
        <source>One picture back (Left)</source>
        <translation>Ein Bild zurück (Links)</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>One picture on</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <location filename="../../gui/player/controls.py"/>
        <source>One picture on (Right)</source>
        <translation>Ein Bild vor (Rechts)</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>One second back</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>One second on</source>
        <translation>Eine Sekunde vor</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>Only its key frames could be looked at. {reason}</source>
        <translation>Es konnten nur die Keyframes angesehen werden. {reason}</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>Only steps of the selected clip</source>
        <translation>Nur Schritte des ausgewählten Clips</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/dragging_out.py"/>
        <source>Only the first {first} of the {all} selected clips are dragged.</source>
        <translation>Nur die ersten {first} der {all} ausgewählten Clips werden gezogen.</translation>
    </message>
    <message>
        <location filename="../../gui/search/notice.py"/>
        <source>Only what I typed</source>
        <translation>Nur was ich tippte</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/menus.py"/>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/verbs.py"/>
        <location filename="../../gui/program.py"/>
        <source>Open an archive</source>
        <translation>Ein Archiv öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Open another archive</source>
        <translation>Ein anderes Archiv öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/program.py"/>
        <source>Open another archive…</source>
        <translation>Ein anderes Archiv öffnen …</translation>
    </message>
    <message>
        <location filename="../../gui/program.py"/>
        <source>Open for reading only</source>
        <translation>Nur zum Lesen öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Open the &amp;sample archive</source>
        <translation>Bei&amp;spielarchiv öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Open the clip in the player</source>
        <translation>Den Clip im Player öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Open the clip in the player, or go back to the clips</source>
        <translation>Den Clip im Player öffnen oder zurück zu den Clips</translation>
    </message>
    <message>
        <location filename="../../gui/player/refusal.py"/>
        <source>Open the clip once more (Space)</source>
        <translation>Den Clip noch einmal öffnen (Leertaste)</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>OpenTimelineIO (clips and markers, exact)</source>
        <translation>OpenTimelineIO (Clips und Marken, exakt)</translation>
    </message>
    <message>
        <location filename="../../gui/library/clip_table.py"/>
        <source>Order by “{column}”; again turns it round</source>
        <translation>Nach „{column}“ ordnen; noch einmal kehrt es um</translation>
    </message>
    <message>
        <location filename="../../gui/search/search_bar.py"/>
        <source>Order of the clips: {order}</source>
        <translation>Reihenfolge der Clips: {order}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/reaching.py"/>
        <source>Order: {order}</source>
        <translation>Reihenfolge: {order}</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Originals were copied into the archive last</source>
        <translation>Originale wurden zuletzt ins Archiv kopiert</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>Out point</source>
        <translation>Out-Punkt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/panel.py"/>
        <source>Overview of the archive</source>
        <translation>Überblick über das Archiv</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>P&amp;aste tags…</source>
        <translation>Tags ein&amp;fügen …</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>P&amp;oster from this frame (P)</source>
        <translation>Dieses Bild als Tit&amp;elbild (P)</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>PBCore 2.1 (XML, for audiovisual archives)</source>
        <translation>PBCore 2.1 (XML, für audiovisuelle Archive)</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/package.py"/>
        <source>Pack</source>
        <translation>Packen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/keeping/package.py"/>
        <source>Packed %n files into {folder}.</source>
        <translation>
            <numerusform>%n Datei in {folder} gepackt.</numerusform>
            <numerusform>%n Dateien in {folder} gepackt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>Packing ended early.</source>
        <translation>Das Packen endete vorzeitig.</translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>Packing has ended.</source>
        <translation>Das Packen ist beendet.</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>Page with pictures, in one file (to read and print)</source>
        <translation>Seite mit Bildern, eine Datei (lesen, drucken)</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_page.py"/>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Part clips by the day they were shot</source>
        <translation>Clips nach Drehtagen teilen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Part clips by the locations they are tagged with</source>
        <translation>Clips nach den Orten gliedern, mit denen sie versehen sind</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Part clips by the productions they are tagged with</source>
        <translation>Clips nach den Produktionen gliedern, mit denen sie versehen sind</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>Part of what was done, or of who did it</source>
        <translation>Ein Teil dessen, was getan wurde, oder von wem</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pasting.py"/>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/carried.py"/>
        <location filename="../../gui/inspector/pasting.py"/>
        <source>Paste %n tags</source>
        <translation>
            <numerusform>%n Tag einfügen</numerusform>
            <numerusform>%n Tags einfügen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <location filename="../../gui/player/controls.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Pause the import, or let it go on</source>
        <translation>Den Import anhalten oder weitergehen lassen</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <source>Paused at {done} of {total}</source>
        <translation>Angehalten bei {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <source>Paused finding shots: {done} of {total}</source>
        <translation>Suche nach Einstellungen angehalten: {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <location filename="../../gui/inspector/tags.py"/>
        <location filename="../../gui/kinds.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/player/lanes.py"/>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>People, locations, productions and keywords: rename, merge, tidy up</source>
        <translation>Personen, Orte, Produktionen und Schlagwörter: umbenennen, zusammenführen, aufräumen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>Permission</source>
        <translation>Erlaubnis</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/player/view.py"/>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/face.py"/>
        <source>Picture of {name}</source>
        <translation>Bild von {name}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>Place</source>
        <translation>Standort</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Place and size of the window (base64)</source>
        <translation>Ort und Größe des Fensters (base64)</translation>
    </message>
    <message>
        <location filename="../../gui/player/lanes.py"/>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <source>Places shown</source>
        <translation>Gezeigte Orte</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <location filename="../../gui/player/controls.py"/>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Play backwards slowly</source>
        <translation>Langsam rückwärts abspielen</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Play backwards; again, faster; with K held, one picture back</source>
        <translation>Rückwärts abspielen; nochmals: schneller; bei gehaltenem K: ein Bild zurück</translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <source>Play both</source>
        <translation>Beide abspielen</translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <source>Play both from where what they share begins</source>
        <translation>Beide ab da abspielen, wo das Gemeinsame beginnt</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Play or pause</source>
        <translation>Abspielen oder Pause</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <location filename="../../gui/player/controls.py"/>
        <source>Play or pause (Space)</source>
        <translation>Abspielen oder Pause (Leertaste)</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Play slowly</source>
        <translation>Langsam abspielen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Play the original in your usual player</source>
        <translation>Das Original im üblichen Player abspielen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Play two selected clips side by side, tied together</source>
        <translation>Zwei ausgewählte Clips nebeneinander abspielen, aneinander gekoppelt</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Play; again, faster; with K held, one picture on</source>
        <translation>Abspielen; nochmals: schneller; bei gehaltenem K: ein Bild vor</translation>
    </message>
    <message>
        <location filename="../../gui/player/panel.py"/>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <location filename="../../gui/player/controls.py"/>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>Posted</source>
        <translation>Gepostet</translation>
    </message>
    <message>
        <location filename="../../gui/frames/frame_grid.py"/>
        <source>Poster</source>
        <translation>Titelbild</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Poster from this frame</source>
        <translation>Dieses Bild als Titelbild</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../gui/export/presets.py"/>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <location filename="../../gui/export/presets.py"/>
        <source>Presets of columns</source>
        <translation>Vorgaben für Spalten</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>Press the new keys of “{command}”. Usual: {keys}.</source>
        <translation>Die neuen Tasten für „{command}“ drücken. Üblich: {keys}.</translation>
    </message>
    <message>
        <location filename="../../gui/player/quick_row.py"/>
        <source>Press the number to tag the selected clips.</source>
        <translation>Die Ziffer drücken, um die ausgewählten Clips zu taggen.</translation>
    </message>
    <message>
        <location filename="../../gui/player/quick_row.py"/>
        <source>Press the number where a stretch begins, and again where it ends. Playing goes on.</source>
        <translation>Die Ziffer drücken, wo ein Abschnitt beginnt, und nochmals, wo er endet. Die Wiedergabe läuft weiter.</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/tags.py"/>
        <location filename="../../gui/kinds.py"/>
        <location filename="../../gui/player/lanes.py"/>
        <source>Productions</source>
        <translation>Produktionen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Put it down</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Put the copied tags on the selected clips, as one step</source>
        <translation>Die kopierten Tags an die ausgewählten Clips vergeben, als ein Schritt</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/package.py"/>
        <source>Put the package into</source>
        <translation>Paket ablegen in</translation>
    </message>
    <message>
        <location filename="../../gui/search/notice.py"/>
        <source>Put what is shown into the search field</source>
        <translation>Das Gezeigte ins Suchfeld übernehmen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/dropping.py"/>
        <source>Put {name} into {place}</source>
        <translation>{name} in {place} einordnen</translation>
    </message>
    <message>
        <location filename="../../core/model/sniff.py"/>
        <source>QuickTime or MP4</source>
        <translation>QuickTime oder MP4</translation>
    </message>
    <message>
        <location filename="../../gui/program.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rating.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <location filename="../../gui/search/search_bar.py"/>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Read originals whole and compare with what was recorded</source>
        <translation>Originale ganz lesen und mit dem Aufgezeichneten vergleichen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Read the files of the selected clips again</source>
        <translation>Die Dateien der ausgewählten Clips noch einmal lesen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/ingest/session.py"/>
        <source>Read {name} again</source>
        <translation>{name} erneut lesen</translation>
    </message>
    <message>
        <location filename="../../core/ingest/relink.py"/>
        <source>Reading what could be them</source>
        <translation>Mögliche Dateien werden gelesen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Reading {file}…</source>
        <translation>{file} wird gelesen …</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>Reading {name} came to a standstill; it was set aside. It is probably damaged: try another copy.</source>
        <translation>Das Lesen von {name} kam zum Stillstand; die Datei wurde beiseitegelegt. Wahrscheinlich ist sie beschädigt: Versuchen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/due.py"/>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/access.py"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>Reason for letting clips under embargo leave</source>
        <translation>Grund, Clips trotz Sperrfrist hinauszugeben</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/access.py"/>
        <source>Reason of the embargo</source>
        <translation>Grund der Sperrfrist</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/steps.py"/>
        <source>Redo: {step}</source>
        <translation>Wiederholen: {step}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>Reel</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Refute</source>
        <translation>Widerlegen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Refute it…</source>
        <translation>Widerlegen …</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>Refute {entry} on {clips}</source>
        <translation>{entry} an {clips} widerlegen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Refute {name}</source>
        <translation>{name} widerlegen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>Released</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Relink</source>
        <translation>Neu verknüpfen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/relink_edits.py"/>
        <source>Relink %n clips</source>
        <translation>
            <numerusform>%n Clip neu verknüpfen</numerusform>
            <numerusform>%n Clips neu verknüpfen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <source>Remember that these two are no duplicates</source>
        <translation>Merken, dass diese beiden keine Duplikate sind</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_pane.py"/>
        <source>Remo&amp;ve…</source>
        <translation>Ent&amp;fernen …</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <location filename="../../gui/export/presets.py"/>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/edits.py"/>
        <source>Remove %n clips</source>
        <translation>
            <numerusform>%n Clip entfernen</numerusform>
            <numerusform>%n Clips entfernen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/main_window/saved_searches.py"/>
        <source>Remove (Del)</source>
        <translation>Entfernen (Entf)</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>Remove a name</source>
        <translation>Namen entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Remove the chosen stretch</source>
        <translation>Den gewählten Abschnitt entfernen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>Remove the moment “{moment}”</source>
        <translation>Moment „{moment}“ entfernen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/search_edits.py"/>
        <source>Remove the search “{name}”</source>
        <translation>Suche „{name}“ entfernen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>Remove {entry}</source>
        <translation>{entry} entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moments.py"/>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/player/page.py"/>
        <source>Remove {name} (Del)</source>
        <translation>{name} entfernen (Entf)</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/saved_searches.py"/>
        <source>Rename the search</source>
        <translation>Die Suche umbenennen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/search_edits.py"/>
        <source>Rename the search “{name}” to “{new}”</source>
        <translation>Suche „{name}“ in „{new}“ umbenennen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>Rename {entry} to {new}</source>
        <translation>{entry} in {new} umbenennen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/saved_searches.py"/>
        <source>Rename… (F2)</source>
        <translation>Umbenennen … (F2)</translation>
    </message>
    <message>
        <location filename="../../gui/player/controls.py"/>
        <source>Repeat from the in to the out point (R)</source>
        <translation>Vom In- bis zum Out-Punkt wiederholen (R)</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Repeat what is marked, or the clip</source>
        <translation>Das Markierte oder den Clip wiederholen</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Rest</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Return, Tab</source>
        <translation>Eingabe, Tab</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <source>Right clip</source>
        <translation>Rechter Clip</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/face.py"/>
        <source>Right-click a keyframe or a box in the frame to choose another picture</source>
        <translation>Ein anderes Bild wählen: mit der rechten Maustaste auf ein Keyframe oder einen Ausschnitt klicken</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>Rights holder</source>
        <translation>Rechteinhaber</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>Rights statement</source>
        <translation>Rechtehinweis</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location filename="../../core/exchange/sheets.py"/>
        <source>Row {line} of the clips changes its moments too; one of the two has to give way.</source>
        <translation>Zeile {line} der Clips ändert seine Momente ebenfalls; eine der beiden muss weichen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority_csv.py"/>
        <source>Row {line} of {path} is not understood: {error}</source>
        <translation>Zeile {line} von {path} wird nicht verstanden: {error}</translation>
    </message>
    <message>
        <location filename="../../core/exchange/weighing.py"/>
        <source>Row {line} says “{text}”.</source>
        <translation>Zeile {line} sagt „{text}“.</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>Rows written</source>
        <translation>Geschriebene Zeilen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/saved_searches.py"/>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>S</source>
        <comment>of the equator</comment>
        <translation>S</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>S&amp;wap</source>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <source>SENSITIVE</source>
        <translation>SENSIBEL</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/asking.py"/>
        <source>SKOS, JSON-LD (*.jsonld)</source>
        <translation>SKOS, JSON-LD (*.jsonld)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Sa&amp;ve this search…</source>
        <translation>Diese S&amp;uche speichern …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/statements.py"/>
        <source>Said here</source>
        <translation>Hier gesagt</translation>
    </message>
    <message>
        <location filename="../../gui/search/name_dialog.py"/>
        <location filename="../../gui/vocabulary/entry_dialog.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../gui/export/presets.py"/>
        <source>Save columns</source>
        <translation>Spalten speichern</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Save mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>Save still as</source>
        <translation>Standbild speichern unter</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/saved_searches.py"/>
        <source>Save the search</source>
        <translation>Die Suche speichern</translation>
    </message>
    <message>
        <location filename="../../core/catalog/search_edits.py"/>
        <source>Save the search “{name}”</source>
        <translation>Suche „{name}“ speichern</translation>
    </message>
    <message>
        <location filename="../../gui/export/presets.py"/>
        <source>Save these columns as…</source>
        <translation>Diese Spalten speichern als …</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Save this mapping as…</source>
        <translation>Diese Zuordnung speichern als …</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/saved_searches.py"/>
        <source>Save what is searched for now under this name</source>
        <translation>Was jetzt gesucht wird, unter diesem Namen speichern</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Saved mappings</source>
        <translation>Gespeicherte Zuordnungen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/reaching.py"/>
        <source>Saved search</source>
        <translation>Gespeicherte Suche</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <source>Say that these two are what they look like</source>
        <translation>Bestätigen, dass diese beiden sind, wonach sie aussehen</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>Say the format of {name}; {which}.</source>
        <translation>Bitte das Format von {name} angeben; {which}.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/merging.py"/>
        <source>Say what to merge into {label}.</source>
        <translation>Bitte angeben, was mit {label} zusammengeführt werden soll.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Say which column is which</source>
        <translation>Spalten selbst zuordnen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Say who says so: a name, or the handle it was posted under.</source>
        <translation>Bitte angeben, wer es sagt: ein Name oder das Konto, unter dem es gepostet wurde.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>Says</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <location filename="../../gui/search/name_dialog.py"/>
        <location filename="../../gui/search/search_bar.py"/>
        <location filename="../../gui/widgets/search_field.py"/>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <location filename="../../gui/search/search_bar.py"/>
        <source>Search clips</source>
        <translation>Clips suchen</translation>
    </message>
    <message>
        <location filename="../../gui/search/search_bar.py"/>
        <source>Search clips, people, places</source>
        <translation>Clips, Personen, Orte suchen</translation>
    </message>
    <message>
        <location filename="../../gui/search/search_bar.py"/>
        <source>Search clips, people, places:  person:"Tom Cruise" location:Norway</source>
        <translation>Clips, Personen, Orte suchen:  person:"Tom Cruise" location:Norway</translation>
    </message>
    <message>
        <location filename="../../gui/search/notice.py"/>
        <source>Search for that</source>
        <translation>Das suchen</translation>
    </message>
    <message>
        <location filename="../../gui/search/notice.py"/>
        <source>Search for the words just as they were typed</source>
        <translation>Die Wörter genau so suchen, wie sie getippt sind</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>Search the history</source>
        <translation>Im Verlauf suchen</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser_list.py"/>
        <source>Searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>Searching</source>
        <translation>Suche</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>See what a sheet that comes back would change</source>
        <translation>Sehen, was eine zurückgekommene Liste ändern würde</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/seen_before.py"/>
        <source>Seen before</source>
        <translation>Schon gesehen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Select every clip of the result</source>
        <translation>Jeden Clip des Ergebnisses auswählen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/panel.py"/>
        <source>Selected clips</source>
        <translation>Ausgewählte Clips</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/access.py"/>
        <source>Sensitive</source>
        <translation>Sensibel</translation>
    </message>
    <message>
        <location filename="../../core/exchange/fields.py"/>
        <source>Sensitive is yes or nothing.</source>
        <translation>Sensibel ist „yes“ oder leer.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Sep</source>
        <translation>Sept.</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/dialog.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../core/exchange/settling.py"/>
        <source>Several are called “{name}” already; say which is meant, by its id.</source>
        <translation>Mehrere heißen schon „{name}“; bitte durch die ID angeben, welcher gemeint ist.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/parent_field.py"/>
        <source>Several are called “{text}”; choose one of those that are offered, or leave it empty.</source>
        <translation>Mehrere heißen „{text}“; einen der angebotenen Namen wählen oder das Feld leer lassen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/sheets.py"/>
        <source>Several files are called so.</source>
        <translation>Mehrere Dateien heißen so.</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Shared by</source>
        <translation>Geteilt von</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/package.py"/>
        <source>Sheets in it</source>
        <translation>Listen darin</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Shot</source>
        <translation>Gedreht</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <location filename="../../gui/inspector/tags.py"/>
        <source>Shot at</source>
        <translation>Gedreht in</translation>
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
        <location filename="../../gui/inspector/nearby.py"/>
        <source>Shot {place}?</source>
        <translation>Gedreht {place}?</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>Shots are being found</source>
        <translation>Einstellungen werden gesucht</translation>
    </message>
    <message>
        <location filename="../../core/ingest/session.py"/>
        <source>Shots of {name}</source>
        <translation>Einstellungen von {name}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/copies.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/player/regions.py"/>
        <source>Show &amp;boxes (B)</source>
        <translation>&amp;Rahmen zeigen (B)</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_pane.py"/>
        <source>Show &amp;clips</source>
        <translation>&amp;Clips zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Show &amp;log file</source>
        <translation>&amp;Protokolldatei zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser_list.py"/>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Show all keyframes of the selected clips, or go back</source>
        <translation>Alle Keyframes der ausgewählten Clips zeigen oder zurück</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/entries.py"/>
        <source>Show among all names</source>
        <translation>Unter allen Namen zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>Show clips</source>
        <translation>Clips zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Show clips as a list with columns, or as cards</source>
        <translation>Clips als Liste mit Spalten zeigen oder als Karten</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/face.py"/>
        <source>Show clips to choose a picture from</source>
        <translation>Clips zeigen, um ein Bild zu wählen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Show clips with {name}</source>
        <translation>Clips mit {name} zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/around/troubles.py"/>
        <source>Show everything that was logged</source>
        <translation>Alles zeigen, was protokolliert wurde</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/entries.py"/>
        <source>Show its clips only</source>
        <translation>Nur seine Clips zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Show less or more of the timeline</source>
        <translation>Weniger oder mehr von der Zeitleiste zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Show or hide people, locations and productions</source>
        <translation>Personen, Orte und Produktionen zeigen oder ausblenden</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Show or hide what is known of the clip</source>
        <translation>Zeigen oder ausblenden, was über den Clip bekannt ist</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Show the &amp;whole archive</source>
        <translation>&amp;Ganzes Archiv zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Show the boxes of all tags, or none</source>
        <translation>Die Rahmen aller Tags zeigen oder keinen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/copies.py"/>
        <source>Show the clips that look like others, until you decide</source>
        <translation>Die Clips zeigen, die wie andere aussehen, bis Sie entscheiden</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Show the original in your file manager</source>
        <translation>Das Original in der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Show what a drop will do before it does it</source>
        <translation>Vor dem Importieren zeigen, was Abgelegtes bewirkt</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Show where Slatebook writes what went wrong</source>
        <translation>Zeigen, wohin Slatebook schreibt, was schiefging</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moments.py"/>
        <source>Show {name}</source>
        <translation>{name} zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Shown</source>
        <translation>Zu sehen</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>Shows a part of this</source>
        <translation>Zeigt einen Teil hiervon</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <location filename="../../gui/inspector/facts.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/clips_pane.py"/>
        <source>Size of the cards</source>
        <translation>Größe der Karten</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/clips_pane.py"/>
        <source>Size of the cards (Ctrl++, Ctrl+-)</source>
        <translation>Größe der Karten (Strg++, Strg+-)</translation>
    </message>
    <message>
        <location filename="../../gui/bridge/faults.py"/>
        <source>Slatebook made a mistake ({said}). Nothing that was saved is lost.</source>
        <translation>Slatebook hat einen Fehler gemacht ({said}). Nichts Gespeichertes ist verloren.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Somebody says so…</source>
        <translation>Jemand sagt es …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Sound on or off</source>
        <translation>Ton ein oder aus</translation>
    </message>
    <message>
        <location filename="../../gui/player/controls.py"/>
        <source>Sound on or off (Shift+M)</source>
        <translation>Ton ein oder aus (Umschalt+M)</translation>
    </message>
    <message>
        <location filename="../../core/search/facets.py"/>
        <location filename="../../gui/export/pdf_clip.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../../gui/player/controls.py"/>
        <source>Speed (J, L; with Shift slow)</source>
        <translation>Tempo (J, L; mit Umschalt langsam)</translation>
    </message>
    <message>
        <location filename="../../gui/player/page.py"/>
        <source>Split here</source>
        <translation>Hier teilen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/spans.py"/>
        <source>Split the moment “{moment}”</source>
        <translation>Moment „{moment}“ teilen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Split the stretch at the playhead, join it with the next, and more</source>
        <translation>Den Abschnitt am Abspielkopf teilen, mit dem nächsten verbinden und mehr</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>Starting …</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>Statement</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/status.py"/>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../core/search/facets.py"/>
        <source>Status of tags</source>
        <translation>Status der Tags</translation>
    </message>
    <message>
        <location filename="../../gui/history/steps_model.py"/>
        <source>Step {id}: {label}</source>
        <translation>Schritt {id}: {label}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Step {number}, “{label}”, {refusal}.</source>
        <translation>Schritt {number}, „{label}“, {refusal}.</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>Steps, and what one of them changed</source>
        <translation>Schritte, und was einer davon änderte</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>Steps, newest first</source>
        <translation>Schritte, neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>Still</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pictures.py"/>
        <source>Still of the clip</source>
        <translation>Standbild des Clips</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <source>Stills</source>
        <translation>Standbilder</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Stop importing; what has come in stays</source>
        <translation>Nicht weiter importieren; was aufgenommen ist, bleibt</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>SubRip subtitles of the moments</source>
        <translation>SubRip-Untertitel der Momente</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/claims.py"/>
        <source>Suggest {entry} for %n clips again</source>
        <translation>
            <numerusform>{entry} für %n Clip wieder vorschlagen</numerusform>
            <numerusform>{entry} für %n Clips wieder vorschlagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/inspector/suggested_view.py"/>
        <source>Suggested tags</source>
        <translation>Vorgeschlagene Tags</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/suggested_view.py"/>
        <source>Suggested: {name}, {kind}</source>
        <translation>Vorgeschlagen: {name}, {kind}</translation>
    </message>
    <message>
        <location filename="../../gui/widgets/suggestions.py"/>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Support</source>
        <translation>Stützen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Support it…</source>
        <translation>Stützen …</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>Support {entry} on {clips}</source>
        <translation>{entry} an {clips} stützen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Support {name}</source>
        <translation>{name} stützen</translation>
    </message>
    <message>
        <location filename="../../core/model/sniff.py"/>
        <source>TIFF or camera raw</source>
        <translation>TIFF oder Kamera-Raw</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/asking.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/list_dialog.py"/>
        <location filename="../../gui/inspector/listing.py"/>
        <location filename="../../gui/inspector/tagging.py"/>
        <source>Tag %n clips</source>
        <translation>
            <numerusform>%n Clip mit Tags versehen</numerusform>
            <numerusform>%n Clips mit Tags versehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/edits.py"/>
        <source>Tag %n clips with {entry}</source>
        <translation>
            <numerusform>%n Clip mit {entry} versehen</numerusform>
            <numerusform>%n Clips mit {entry} versehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Tag all %n clips with it</source>
        <translation>
            <numerusform>%n Clip diesen Tag geben</numerusform>
            <numerusform>Allen %n Clips diesen Tag geben</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/ingest/terms_form.py"/>
        <source>Tag all with</source>
        <translation>Alle taggen mit</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/asking.py"/>
        <source>Tag sheets (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.jsonl *.ndjson)</source>
        <translation>Tag-Listen (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.jsonl *.ndjson)</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/tags.py"/>
        <source>Tag the selected clips</source>
        <translation>Ausgewählten Clips Tags geben</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/entries.py"/>
        <source>Tag the selected clips with it</source>
        <translation>Als Tag an die ausgewählten Clips vergeben</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Tag the selected clips with the name on that key</source>
        <translation>Die ausgewählten Clips mit dem Namen auf dieser Taste versehen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Tag what this frame stands for</source>
        <translation>Was dieses Bild vertritt mit Tags versehen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/tags.py"/>
        <source>Tag with %n names…</source>
        <translation>
            <numerusform>%n Namen als Tag vergeben …</numerusform>
            <numerusform>%n Namen als Tags vergeben …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/list_dialog.py"/>
        <source>Tag {clips} with %n names</source>
        <translation>
            <numerusform>{clips} mit %n Namen versehen</numerusform>
            <numerusform>{clips} mit %n Namen versehen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/inspector/tags.py"/>
        <source>Tag {start}–{end} with a person, location…</source>
        <translation>{start}–{end}: Person, Ort … hinzufügen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/spans.py"/>
        <source>Tag {stretch} of {clip} with {entry}</source>
        <translation>{stretch} von {clip} mit {entry} versehen</translation>
    </message>
    <message>
        <location filename="../../gui/player/quick_row.py"/>
        <source>Tags on the number keys</source>
        <translation>Tags auf den Zifferntasten</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/nearby.py"/>
        <source>Tags the clip with this location, as claimed by its GPS</source>
        <translation>Gibt dem Clip diesen Ort, als Behauptung seines GPS</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/nothing_found.py"/>
        <source>Take a word away, or look at the whole archive again.</source>
        <translation>Ein Wort weglassen oder wieder das ganze Archiv ansehen.</translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/asking.py"/>
        <source>Take back a tag sheet</source>
        <translation>Tag-Liste zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/seen_before.py"/>
        <source>Take back that {name} is not a duplicate</source>
        <translation>Zurücknehmen, dass {name} kein Duplikat ist</translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <source>Take back what you said of these two</source>
        <translation>Zurücknehmen, was Sie über diese beiden sagten</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Take back {file}</source>
        <translation>{file} zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>Take conflicting cells too</source>
        <translation>Auch widersprüchliche Zellen übernehmen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Take it off and never suggest it here again</source>
        <translation>Entfernen und hier nie wieder vorschlagen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/exchange/authority.py"/>
        <source>Take over %n names of an authority file</source>
        <translation>
            <numerusform>%n Namen einer Namensdatei übernehmen</numerusform>
            <numerusform>%n Namen einer Namensdatei übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/exchange/asking.py"/>
        <source>Take over an authority file</source>
        <translation>Namensdatei übernehmen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Take over names of {file}</source>
        <translation>Namen aus {file} übernehmen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Take people, places and productions over from a file</source>
        <translation>Personen, Orte und Produktionen aus einer Datei übernehmen</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>Take the in and out point away</source>
        <translation>In- und Out-Punkt entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Take the last step back</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Take the selected clips out; originals stay where they are</source>
        <translation>Die ausgewählten Clips herausnehmen; Originale bleiben, wo sie sind</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>Take the time of the frame that is shown, {time}</source>
        <translation>Die Zeit des gezeigten Bildes übernehmen, {time}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Take what is marked</source>
        <translation>Das Markierte nehmen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/edits.py"/>
        <source>Take {entry} off %n clips</source>
        <translation>
            <numerusform>{entry} von %n Clip entfernen</numerusform>
            <numerusform>{entry} von %n Clips entfernen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/catalog/spans.py"/>
        <source>Take {entry} off a stretch of {clip}</source>
        <translation>{entry} von einem Abschnitt von {clip} entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Take {name} off</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>Take {name} off and do not suggest it again</source>
        <translation>{name} entfernen und nicht wieder vorschlagen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/exchange/preview.py"/>
        <source>Take {sheet} back into %n clips</source>
        <translation>
            <numerusform>{sheet} in %n Clip zurücknehmen</numerusform>
            <numerusform>{sheet} in %n Clips zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/catalog/draft.py"/>
        <source>That clip is no longer in the archive.</source>
        <translation>Dieser Clip ist nicht mehr im Archiv.</translation>
    </message>
    <message>
        <location filename="../../core/app.py"/>
        <source>That clip is not in the archive.</source>
        <translation>Dieser Clip ist nicht im Archiv.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/draft.py"/>
        <location filename="../../core/catalog/merging.py"/>
        <source>That name is no longer in the vocabulary.</source>
        <translation>Dieser Name ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/poster_edits.py"/>
        <source>That picture is not among the keyframes of {name} (any more).</source>
        <translation>Dieses Bild ist nicht (mehr) unter den Keyframes von {name}.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/search_edits.py"/>
        <source>That search is no longer saved.</source>
        <translation>Diese Suche ist nicht mehr gespeichert.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/catalog.py"/>
        <source>That step is still going on.</source>
        <translation>Dieser Schritt läuft noch.</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>That step left nothing to undo.</source>
        <translation>Dieser Schritt ließ nichts zum Rückgängigmachen übrig.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/asof.py"/>
        <source>The archive cannot be shown as it was: step {seq} does not fit its record ({mismatch}). Run “check”.</source>
        <translation>Das Archiv lässt sich nicht zeigen, wie es war: Schritt {seq} passt nicht zu seinem Datensatz ({mismatch}). Bitte „check“ ausführen.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>The archive knows all that already.</source>
        <translation>Das Archiv weiß das alles schon.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>The archive says all that already.</source>
        <translation>Das alles steht schon im Archiv.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/records.py"/>
        <location filename="../../core/exchange/sameness.py"/>
        <source>The archive was changed since the sheet was made.</source>
        <translation>Das Archiv wurde geändert, seit die Liste erstellt wurde.</translation>
    </message>
    <message>
        <location filename="../../core/ingest/watching.py"/>
        <source>The archive's own folder cannot be watched. Choose the folder that clips are put into.</source>
        <translation>Der Ordner des Archivs selbst lässt sich nicht überwachen. Den Ordner wählen, in den Clips gelegt werden.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority_file.py"/>
        <source>The authority file could not be written to {target}: {reason}.</source>
        <translation>Die Namensdatei konnte nicht in {target} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>The caption it was shared with, word for word</source>
        <translation>Die Bildunterschrift, mit der er geteilt wurde, Wort für Wort</translation>
    </message>
    <message>
        <location filename="../../gui/player/clip_screen.py"/>
        <source>The clip</source>
        <translation>Der Clip</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>The clip has to be opened again.</source>
        <translation>Der Clip muss noch einmal geöffnet werden.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/dragging_out.py"/>
        <source>The clip is under embargo ({why}), and so is this still.</source>
        <translation>Der Clip unterliegt einer Sperrfrist ({why}), und dieses Standbild auch.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>The colours of the window, and where settings and log lie</source>
        <translation>Die Farben des Fensters, und wo Einstellungen und Protokoll liegen</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>The drive reports an error reading {name}. Copy it to another drive if you can, then try again.</source>
        <translation>Das Laufwerk meldet einen Fehler beim Lesen von {name}. Kopieren Sie die Datei wenn möglich auf ein anderes Laufwerk und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>The export ended early.</source>
        <translation>Der Export endete vorzeitig.</translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>The export has ended.</source>
        <translation>Der Export ist fertig.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>The file has changed since it was read, and what is there now cannot be: {reason}</source>
        <translation>Die Datei wurde geändert, seit sie gelesen wurde, und was jetzt da ist, lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <location filename="../../core/workers/session.py"/>
        <source>The file made its reader fail; the rest of Slatebook goes on.</source>
        <translation>Die Datei hat ihr Leseprogramm zu Fall gebracht; der Rest von Slatebook läuft weiter.</translation>
    </message>
    <message>
        <location filename="../../core/export/package.py"/>
        <source>The format “{format}” does not write sidecars.</source>
        <translation>Das Format „{format}“ schreibt keine Begleitdateien.</translation>
    </message>
    <message>
        <location filename="../../core/storage/history.py"/>
        <source>The history {path} is damaged ({error}); restore it from a backup.</source>
        <translation>Der Verlauf {path} ist beschädigt ({error}); bitte aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>The import ended early.</source>
        <translation>Der Import endete vorzeitig.</translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>The import has ended.</source>
        <translation>Der Import ist fertig.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/strip.py"/>
        <source>The import stopped early; what has come in stays</source>
        <translation>Der Import brach ab; was aufgenommen ist, bleibt</translation>
    </message>
    <message>
        <location filename="../../core/storage/index_database.py"/>
        <source>The index {path} is damaged. Close the archive and open it again: the index is then made anew, and nothing is lost.</source>
        <translation>Der Index {path} ist beschädigt. Das Archiv schließen und wieder öffnen: Der Index wird dann neu erstellt, und nichts geht verloren.</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>The keys of the player are those of an editing desk and stay as they are.</source>
        <translation>Die Tasten des Players sind die eines Schnittplatzes und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/moment_page.py"/>
        <source>The moment is no longer in the archive.</source>
        <translation>Den Moment gibt es im Archiv nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>The moment “{label}” reaches beyond {name}.</source>
        <translation>Der Moment „{label}“ reicht über {name} hinaus.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>The name that stays</source>
        <translation>Der Name, der bleibt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>The out point is the first frame no longer in it.</source>
        <translation>Der Out-Punkt ist das erste Bild, das nicht mehr dazugehört.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>The out point must come after the in point.</source>
        <translation>Der Out-Punkt muss nach dem In-Punkt liegen.</translation>
    </message>
    <message>
        <location filename="../../core/export/packing.py"/>
        <source>The package needs {needed} and there are {room} free where it is to be put. Make room or choose another drive.</source>
        <translation>Das Paket braucht {needed}, und am Zielort sind {room} frei. Platz schaffen oder ein anderes Laufwerk wählen.</translation>
    </message>
    <message>
        <location filename="../../core/export/package.py"/>
        <source>The package {target} could not be written ({reason}). When that is mended, run it again: it goes on from here.</source>
        <translation>Das Paket {target} konnte nicht geschrieben werden ({reason}). Ist das behoben, erneut packen: Es geht von hier aus weiter.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>The picture in {name} claims {width} x {height} pixels; more than {most} megapixels are not decoded.</source>
        <translation>Das Bild in {name} behauptet {width} x {height} Pixel; mehr als {most} Megapixel werden nicht decodiert.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>The picture in {name} is damaged; copy it again from where it came from.</source>
        <translation>Das Bild in {name} ist beschädigt; bitte noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>The picture is cut off: its lower part is missing; what is there was kept.</source>
        <translation>Das Bild ist abgeschnitten: Sein unterer Teil fehlt; was da ist, wurde übernommen.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/chip_menu.py"/>
        <source>The place is what is shown</source>
        <translation>Der Ort ist zu sehen</translation>
    </message>
    <message>
        <location filename="../../gui/bridge/projection.py"/>
        <source>The player failed: {error}</source>
        <translation>Der Player versagte: {error}</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>The player takes {keys} for “{command}”. There it would be lost.</source>
        <translation>Der Player nimmt {keys} für „{command}“. Dort ginge sie verloren.</translation>
    </message>
    <message>
        <location filename="../../core/workers/session.py"/>
        <source>The program that reads media files cannot be started; the log says why.</source>
        <translation>Das Programm, das Mediendateien liest, lässt sich nicht starten; das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/records.py"/>
        <source>The record is not understood: {error}.</source>
        <translation>Der Datensatz wird nicht verstanden: {error}.</translation>
    </message>
    <message>
        <location filename="../../core/storage/tinydb_records.py"/>
        <source>The record {path} does not fit the archive's history ({mismatch}). Run “check --repair” on the archive to restore it.</source>
        <translation>Der Datensatz {path} passt nicht zum Verlauf des Archivs ({mismatch}). „check --repair“ stellt ihn wieder her.</translation>
    </message>
    <message>
        <location filename="../../core/storage/tinydb_records.py"/>
        <source>The record {path} is damaged. Run “check --repair” on the archive to restore it from its history.</source>
        <translation>Der Datensatz {path} ist beschädigt. „check --repair“ stellt ihn aus dem Verlauf des Archivs wieder her.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/documents.py"/>
        <source>The record {record} is damaged ({error}). Run “check --repair” on the archive.</source>
        <translation>Der Datensatz {record} ist beschädigt ({error}). Bitte „check --repair“ auf das Archiv anwenden.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/import_reports.py"/>
        <source>The report could not be written to {target} ({reason}). Choose another place.</source>
        <translation>Der Bericht ließ sich nicht nach {target} schreiben ({reason}). Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>The report was written to {file}.</source>
        <translation>Der Bericht steht in {file}.</translation>
    </message>
    <message>
        <location filename="../../core/ingest/kept.py"/>
        <source>The report {path} cannot be read ({error}).</source>
        <translation>Der Bericht {path} ist nicht lesbar ({error}).</translation>
    </message>
    <message>
        <location filename="../../core/exchange/sheets.py"/>
        <source>The row does not say which clip it is of.</source>
        <translation>Die Zeile sagt nicht, zu welchem Clip sie gehört.</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>The same</source>
        <translation>Derselbe</translation>
    </message>
    <message>
        <location filename="../../gui/frames/alike.py"/>
        <source>The same picture, or nearly</source>
        <translation>Dasselbe Bild, oder fast</translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>The search for moved originals ended early.</source>
        <translation>Die Suche nach verschobenen Originalen endete vorzeitig.</translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>The search for moved originals has ended.</source>
        <translation>Die Suche nach verschobenen Originalen ist beendet.</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>The search result</source>
        <translation>Das Suchergebnis</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/saved_searches.py"/>
        <source>The search “{name}” was removed; its clips stay.</source>
        <translation>Die Suche „{name}“ ist entfernt; ihre Clips bleiben.</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>The selection</source>
        <translation>Die Auswahl</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>The settings could not be written to {path}: {why}.</source>
        <translation>Die Einstellungen konnten nicht in {path} geschrieben werden: {why}.</translation>
    </message>
    <message>
        <location filename="../../core/export/export.py"/>
        <source>The sheet could not be written to {target}: {reason}.</source>
        <translation>Die Liste konnte nicht in {target} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/sameness.py"/>
        <source>The sheet does not say which revision it was made from.</source>
        <translation>Die Liste sagt nicht, aus welcher Revision sie stammt.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/sheets.py"/>
        <source>The sheet has no column “{missing}”; it has {there}.</source>
        <translation>Die Liste hat keine Spalte „{missing}“; sie hat {there}.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/settling.py"/>
        <source>The sheet leaves nobody called “{told}” open; of its names these are: {open_names}.</source>
        <translation>Die Liste lässt niemanden namens „{told}“ offen; von ihren Namen sind es diese: {open_names}.</translation>
    </message>
    <message>
        <location filename="../../core/export/xmp.py"/>
        <source>The sidecar beside {name} was left alone: it belongs to another clip, {owner}.</source>
        <translation>Die Begleitdatei neben {name} blieb unberührt: Sie gehört zu einem anderen Clip, {owner}.</translation>
    </message>
    <message>
        <location filename="../../core/export/xmp.py"/>
        <source>The sidecar beside {name} was left alone: {error}.</source>
        <translation>Die Begleitdatei neben {name} blieb unberührt: {error}.</translation>
    </message>
    <message>
        <location filename="../../core/export/writers/xmp_writer.py"/>
        <source>The sidecar {name} was left alone: it cannot be read ({reason}).</source>
        <translation>Die Begleitdatei {name} blieb unberührt: Sie ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <location filename="../../core/export/writers/xmp_writer.py"/>
        <source>The sidecar {name} was left alone: {reason}.</source>
        <translation>Die Begleitdatei {name} blieb unberührt: {reason}.</translation>
    </message>
    <message>
        <location filename="../../core/storage/snapshots.py"/>
        <source>The snapshot of {day} is damaged: {path}. Choose an older one.</source>
        <translation>Die Sicherung vom {day} ist beschädigt: {path}. Bitte eine ältere wählen.</translation>
    </message>
    <message>
        <location filename="../../gui/frames/stills.py"/>
        <source>The still could not be saved to {target}: {strerror}.</source>
        <translation>Das Standbild ließ sich nicht nach {target} speichern: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../gui/frames/stills.py"/>
        <source>The still {path} cannot be read. “check” lists what is missing.</source>
        <translation>Das Standbild {path} ist nicht lesbar. „check“ listet auf, was fehlt.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pasting.py"/>
        <source>The tags that were copied are not in this archive.</source>
        <translation>Die kopierten Tags gibt es in diesem Archiv nicht.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>The two do not agree. Choose what is right:</source>
        <translation>Die beiden widersprechen sich. Wählen, was stimmt:</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>The whole archive</source>
        <translation>Das ganze Archiv</translation>
    </message>
    <message>
        <location filename="../../core/exchange/fields.py"/>
        <source>The zone of a date stands in the column date_zone.</source>
        <translation>Die Zeitzone eines Datums steht in der Spalte date_zone.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>There is a {kind} called {name} already.</source>
        <translation>{name} gibt es schon ({kind}).</translation>
    </message>
    <message>
        <location filename="../../core/export/sheet.py"/>
        <source>There is no column “{key}”; {hint}</source>
        <translation>Es gibt keine Spalte „{key}“; {hint}</translation>
    </message>
    <message>
        <location filename="../../core/search/parser.py"/>
        <source>There is no field “{name}:”. Did you mean “{meant}:”?</source>
        <translation>Es gibt kein Feld „{name}:“. Meinten Sie „{meant}:“?</translation>
    </message>
    <message>
        <location filename="../../core/search/parser.py"/>
        <source>There is no field “{name}:”; it was looked for as a word.</source>
        <translation>Es gibt kein Feld „{name}:“; es wurde als Wort gesucht.</translation>
    </message>
    <message>
        <location filename="../../core/export/export.py"/>
        <source>There is no format “{name}”; there are {known} and {last}.</source>
        <translation>Es gibt kein Format „{name}“; es gibt {known} und {last}.</translation>
    </message>
    <message>
        <location filename="../../core/export/package.py"/>
        <source>There is no format “{name}”; there are {known}.</source>
        <translation>Es gibt kein Format „{name}“; es gibt {known}.</translation>
    </message>
    <message>
        <location filename="../../core/export/package.py"/>
        <source>There is no package “{name}”; there are {known}.</source>
        <translation>Es gibt kein Paket „{name}“; es gibt {known}.</translation>
    </message>
    <message>
        <location filename="../../core/ingest/kept.py"/>
        <source>There is no report {report} of an import; “imports” lists them.</source>
        <translation>Es gibt keinen Importbericht {report}; „imports“ listet sie auf.</translation>
    </message>
    <message>
        <location filename="../../core/ingest/copying.py"/>
        <source>There is no room for {name} in {folder}: it needs {needed} GB, and {free} GB are free. Make room, then go on with the import.</source>
        <translation>Für {name} ist in {folder} kein Platz: nötig sind {needed} GB, frei sind {free} GB. Platz schaffen, dann den Import fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../core/app.py"/>
        <location filename="../../core/catalog/reverting.py"/>
        <source>There is no step {number} in this archive; “history” lists them.</source>
        <translation>Es gibt in diesem Archiv keinen Schritt {number}; „history“ listet sie auf.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/asof.py"/>
        <source>There is no step {step} in this archive; “history” lists them.</source>
        <translation>Es gibt in diesem Archiv keinen Schritt {step}; „history“ listet sie auf.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pasting.py"/>
        <source>There is no tag to copy.</source>
        <translation>Es gibt keinen Tag zu kopieren.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/time_entry.py"/>
        <source>There is no timecode {text} in this clip.</source>
        <translation>Den Timecode {text} gibt es in diesem Clip nicht.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/catalog.py"/>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/catalog.py"/>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/verify.py"/>
        <source>There was nothing to verify</source>
        <translation>Es gab nichts zu prüfen</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>These clips have no picture that could be read.</source>
        <translation>Diese Clips haben kein lesbares Bild.</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>These two do not look alike.</source>
        <translation>Diese beiden sehen sich nicht ähnlich.</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>These two look alike.</source>
        <translation>Diese beiden sehen sich ähnlich.</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>They were relinked already.</source>
        <translation>Sie waren schon neu verknüpft.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/nothing_found.py"/>
        <source>This archive is empty</source>
        <translation>Dieses Archiv ist leer</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>This archive is open for reading only.</source>
        <translation>Dieses Archiv ist schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/watch.py"/>
        <source>This archive is open for reading only. Close it where else it is open, then try here.</source>
        <translation>Dieses Archiv ist nur zum Lesen geöffnet. Wo es sonst offen ist, schließen, dann hier versuchen.</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>This archive is open for reading only: its history could not record it.</source>
        <translation>Dieses Archiv ist schreibgeschützt geöffnet: Sein Verlauf könnte es nicht festhalten.</translation>
    </message>
    <message>
        <location filename="../../core/search/parser.py"/>
        <source>This bracket closes nothing.</source>
        <translation>Diese Klammer schließt nichts.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/time_entry.py"/>
        <source>This clip has no frame rate, so a time cannot be given in frames; write 1:02.5.</source>
        <translation>Dieser Clip hat keine Bildrate, eine Zeit kann also nicht in Bildern angegeben werden; bitte 1:02.5 schreiben.</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>This format has columns of its own.</source>
        <translation>Dieses Format hat eigene Spalten.</translation>
    </message>
    <message>
        <location filename="../../core/workers/session.py"/>
        <source>This part of the file cannot be read.</source>
        <translation>Dieser Teil der Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../gui/export/columns.py"/>
        <source>Tick what goes into the sheet, drag it into order (Alt+Up, Alt+Down)</source>
        <translation>Ankreuzen, was in die Liste kommt, und durch Ziehen ordnen (Alt+Hoch, Alt+Runter)</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Tie the two clips together, or let them go</source>
        <translation>Die beiden Clips verbinden oder lösen</translation>
    </message>
    <message>
        <location filename="../../gui/player/controls.py"/>
        <source>Time from the beginning</source>
        <translation>Zeit vom Anfang an</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <location filename="../../gui/player/timeline.py"/>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/vocabulary_dialog.py"/>
        <source>To look at</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>To the first picture</source>
        <translation>Zum ersten Bild</translation>
    </message>
    <message>
        <location filename="../../gui/player/keys.py"/>
        <source>To the last picture</source>
        <translation>Zum letzten Bild</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Tr&amp;y again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../gui/library/card_painter.py"/>
        <location filename="../../gui/player/refusal.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/watch.py"/>
        <source>Try to open for writing</source>
        <translation>Zum Schreiben öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <source>Two clips side by side</source>
        <translation>Zwei Clips nebeneinander</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Two columns lead to “{column}”; choose one.</source>
        <translation>Zwei Spalten führen zu „{column}“; bitte eine wählen.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>Type the name that stays…</source>
        <translation>Den Namen eingeben, der bleibt …</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>Undo step {number}: {step}</source>
        <translation>Schritt {number} rückgängig: {step}</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>Undo this step</source>
        <translation>Diesen Schritt rückgängig machen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/steps.py"/>
        <source>Undo: {step}</source>
        <translation>Rückgängig: {step}</translation>
    </message>
    <message>
        <location filename="../../core/storage/history.py"/>
        <source>Undone: {step}</source>
        <translation>Zurückgenommen: {step}</translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <source>Unlink</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/link_edits.py"/>
        <source>Unlink {clip} and {other}</source>
        <translation>Verknüpfung von {clip} und {other} lösen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/seen_before.py"/>
        <source>Unlink {name}</source>
        <translation>Verknüpfung mit {name} lösen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>Unmark {entry} in the frame</source>
        <translation>Markierung von {entry} im Bild entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../gui/compare/page.py"/>
        <source>Untie the clips, or tie them as they stand now (U)</source>
        <translation>Clips entkoppeln oder so koppeln, wie sie stehen (U)</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/access.py"/>
        <source>Until the production's release</source>
        <translation>Bis die Produktion veröffentlicht ist</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Use dark colours</source>
        <translation>Dunkle Farben verwenden</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>Use it here</source>
        <translation>Hier verwenden</translation>
    </message>
    <message>
        <location filename="../../gui/export/presets.py"/>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/fixity/session.py"/>
        <location filename="../../gui/keeping/verify.py"/>
        <source>Verify %n clips</source>
        <translation>
            <numerusform>%n Clip prüfen</numerusform>
            <numerusform>%n Clips prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/fixity_edits.py"/>
        <source>Verify %n files</source>
        <translation>
            <numerusform>%n Datei prüfen</numerusform>
            <numerusform>%n Dateien prüfen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>Verifying the originals ended early.</source>
        <translation>Das Prüfen der Originale endete vorzeitig.</translation>
    </message>
    <message>
        <location filename="../../gui/around/notices.py"/>
        <source>Verifying the originals has ended.</source>
        <translation>Das Prüfen der Originale ist beendet.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Version and licences</source>
        <translation>Version und Lizenzen</translation>
    </message>
    <message>
        <location filename="../../gui/frames/alike.py"/>
        <source>Very much alike</source>
        <translation>Sehr ähnlich</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>W</source>
        <comment>of Greenwich</comment>
        <translation>W</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>Was</source>
        <translation>War</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>Was {name}; the clip will follow</source>
        <translation>War {name}; der Clip folgt</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>Watch</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>Watch a folder</source>
        <translation>Einen Ordner überwachen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Watche&amp;d folders…</source>
        <translation>&amp;Überwachte Ordner …</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/watch_dialog.py"/>
        <source>Watched folders</source>
        <translation>Überwachte Ordner</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/overview.py"/>
        <source>Ways to search</source>
        <translation>So lässt sich suchen</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>WebVTT chapters</source>
        <translation>WebVTT-Kapitel</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Wh&amp;y?</source>
        <translation>War&amp;um?</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <location filename="../../gui/history/steps_model.py"/>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>What a colleague should know…</source>
        <translation>Was ein Kollege wissen sollte …</translation>
    </message>
    <message>
        <location filename="../../gui/palette/dialog.py"/>
        <source>What answers</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/due.py"/>
        <source>What becomes free in the next</source>
        <translation>Was frei wird in den nächsten</translation>
    </message>
    <message>
        <location filename="../../gui/compare/overlap_band.py"/>
        <source>What both clips show</source>
        <translation>Was beide Clips zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>What can be done with the selected clips</source>
        <translation>Was sich mit den ausgewählten Clips tun lässt</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/failures.py"/>
        <source>What could not be read</source>
        <translation>Was nicht lesbar war</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/faults.py"/>
        <source>What happened is written to {file}.</source>
        <translation>Was geschah, steht in {file}.</translation>
    </message>
    <message>
        <location filename="../../core/ingest/journal.py"/>
        <source>What is being imported cannot be written down in {parent} ({reason}). Make room there or check the drive, and try again.</source>
        <translation>Was gerade importiert wird, lässt sich in {parent} nicht festhalten ({reason}). Dort Platz schaffen oder das Laufwerk prüfen und es erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>What is being imported, what waits, and what earlier imports did</source>
        <translation>Was importiert wird, was wartet und was frühere Importe taten</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pasting.py"/>
        <source>What is on the clips already stays.</source>
        <translation>Was schon an den Clips steht, bleibt.</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>What is only claimed or disputed is marked or stands in a column of its own, never among what is confirmed; what was refuted is left out.</source>
        <translation>Was nur behauptet oder umstritten ist, ist gekennzeichnet oder steht in einer eigenen Spalte, nie unter Bestätigtem; Widerlegtes fehlt.</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>What is searched for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/overview.py"/>
        <source>What is there, and what is not</source>
        <translation>Was da ist und was nicht</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/access.py"/>
        <source>What it is held back for</source>
        <translation>Warum er zurückgehalten wird</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>What somebody says of {name}</source>
        <translation>Was jemand über {name} sagt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>What the container says, a day or more apart</source>
        <translation>Was der Container sagt, mindestens einen Tag abweichend</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>What the step changed</source>
        <translation>Was der Schritt änderte</translation>
    </message>
    <message>
        <location filename="../../gui/compare/shared.py"/>
        <source>What the two clips are to each other</source>
        <translation>Was die beiden Clips füreinander sind</translation>
    </message>
    <message>
        <location filename="../../gui/palette/dialog.py"/>
        <source>What to do or where to go</source>
        <translation>Was zu tun ist oder wohin es geht</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>What to look at</source>
        <translation>Was anzusehen ist</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>What wants a second look</source>
        <translation>Was einen zweiten Blick braucht</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>What was agreed, with whom, when…</source>
        <translation>Was vereinbart wurde, mit wem, wann …</translation>
    </message>
    <message>
        <location filename="../../gui/around/troubles.py"/>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <location filename="../../gui/around/troubles.py"/>
        <source>What went wrong, newest first</source>
        <translation>Was schiefging, Neuestes zuerst</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/list_dialog.py"/>
        <source>What {name} means</source>
        <translation>Was {name} bedeutet</translation>
    </message>
    <message>
        <location filename="../../gui/history/steps_model.py"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>When the picture was taken, and who says so</source>
        <translation>Wann das Bild entstand und wer es sagt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/overview.py"/>
        <source>When, and how long</source>
        <translation>Wann und wie lang</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>Where it can be seen</source>
        <translation>Wo er zu sehen ist</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Where it is now</source>
        <translation>Wo es jetzt liegt</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Where it lay</source>
        <translation>Wo es lag</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>Where may the originals be now?</source>
        <translation>Wo könnten die Originale jetzt liegen?</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>Where the two disagree ({count}), what stands here stays.</source>
        <translation>Wo sich die beiden widersprechen ({count}), bleibt, was hier steht.</translation>
    </message>
    <message>
        <location filename="../../gui/export/place.py"/>
        <source>Where to put the folder of the sheet</source>
        <translation>Wohin der Ordner der Liste soll</translation>
    </message>
    <message>
        <location filename="../../gui/export/place.py"/>
        <source>Where to write the tag sheet</source>
        <translation>Wohin die Tag-Liste soll</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/mapping.py"/>
        <source>Where “{column}” leads</source>
        <translation>Wohin „{column}“ führt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <source>Whether the original can be reached</source>
        <translation>Ob das Original erreichbar ist</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/hygiene_page.py"/>
        <source>Which findings are shown</source>
        <translation>Welche Funde gezeigt werden</translation>
    </message>
    <message>
        <location filename="../../core/ingest/watching.py"/>
        <source>Which folders are watched cannot be written down in {parent} ({reason}). Make room there or check the drive, and try again.</source>
        <translation>Welche Ordner überwacht werden, lässt sich in {parent} nicht festhalten ({reason}). Dort Platz schaffen oder das Laufwerk prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/table.py"/>
        <source>Which lines are shown</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>Which {field} is right</source>
        <translation>Welche Angabe stimmt ({field})</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/keys.py"/>
        <source>While typing</source>
        <translation>Beim Tippen</translation>
    </message>
    <message>
        <location filename="../../gui/history/steps_model.py"/>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>Who &amp;says so</source>
        <translation>&amp;Wer sagt es</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>Who allowed it, and what for; kept in the history and told by the sheet</source>
        <translation>Wer es erlaubt hat und wozu; steht im Verlauf und in der Liste</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/overview.py"/>
        <source>Who and where</source>
        <translation>Wer und wo</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>Who is meant by “{name}”</source>
        <translation>Wer mit „{name}“ gemeint ist</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>Who is “{name}”?</source>
        <translation>Wer ist „{name}“?</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/access.py"/>
        <source>Who may see it</source>
        <translation>Wer ihn sehen darf</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/statements_view.py"/>
        <source>Who said what</source>
        <translation>Wer was gesagt hat</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/given_tags.py"/>
        <source>Who, where, which production</source>
        <translation>Wer, wo, welche Produktion</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>Whole records, a line each (JSON Lines; loses nothing)</source>
        <translation>Ganze Datensätze, je Zeile einer (JSON Lines)</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <location filename="../../gui/ingest/fates.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/due.py"/>
        <source>Why it is held back</source>
        <translation>Warum er zurückgehalten wird</translation>
    </message>
    <message>
        <location filename="../../gui/search/why_line.py"/>
        <source>Why it was found</source>
        <translation>Warum es gefunden wurde</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Width of a card in the grid, in pixels</source>
        <translation>Breite einer Karte im Raster, in Pixeln</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>Will be</source>
        <translation>Wird</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/parent_field.py"/>
        <source>Within</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>Within it</source>
        <translation>Liegt darin</translation>
    </message>
    <message>
        <location filename="../../gui/search/query_chips.py"/>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/arrival.py"/>
        <source>Without it a drop is imported at once, on the terms of the last one.</source>
        <translation>Ohne dies wird Abgelegtes sofort importiert, wie beim letzten Mal.</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>Workbook with pictures (to edit and send back)</source>
        <translation>Arbeitsmappe mit Bildern (zum Zurücksenden)</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>Write 12.5 or 1:02.5. {end}</source>
        <translation>12.5 oder 1:02.5 schreiben. {end}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>Write 12.5, 1:02.5, or timecode such as {place}, where it begins now. {end}</source>
        <translation>12.5, 1:02.5 oder Timecode wie {place} schreiben, wo es jetzt beginnt. {end}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Write a sheet, markers, sidecars or a contact sheet</source>
        <translation>Eine Liste, Marken, Begleitdateien oder einen Kontaktbogen schreiben</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>Write people, places and productions for another archive</source>
        <translation>Personen, Orte und Produktionen für ein anderes Archiv schreiben</translation>
    </message>
    <message>
        <location filename="../../core/export/formats.py"/>
        <source>XMP sidecars, in a folder (to lay beside originals)</source>
        <translation>XMP-Begleitdateien, in einem Ordner</translation>
    </message>
    <message>
        <location filename="../../core/search/facets.py"/>
        <source>Year shot</source>
        <translation>Drehjahr</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>You linked these two.</source>
        <translation>Sie haben diese beiden verknüpft.</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>You said that these two are not duplicates.</source>
        <translation>Sie haben gesagt, dass diese beiden keine Duplikate sind.</translation>
    </message>
    <message>
        <location filename="../../gui/program.py"/>
        <source>Your archive is kept in {folder}</source>
        <translation>Ihr Archiv liegt in {folder}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/window.py"/>
        <source>Your last edit could not be saved. Close again to leave without it.</source>
        <translation>Ihre letzte Änderung ließ sich nicht speichern. Noch einmal schließen, um ohne sie zu gehen.</translation>
    </message>
    <message>
        <location filename="../../core/settings.py"/>
        <source>Your name, as the history of an archive shows it</source>
        <translation>Ihr Name, wie der Verlauf eines Archivs ihn zeigt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>a clip</source>
        <translation>ein Clip</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>a duration; write 90s, 2m, 1m30s or 1:30</source>
        <translation>keine Dauer; schreiben Sie 90s, 2m, 1m30s oder 1:30</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>a frame rate; write 25 or 23.976</source>
        <translation>keine Bildrate; schreiben Sie 25 oder 23.976</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>a keyword</source>
        <translation>ein Schlagwort</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>a location the camera stood in</source>
        <translation>ein Ort, an dem die Kamera stand</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>a location the picture stands for</source>
        <translation>ein Ort, den das Bild darstellt</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>a location, or one that lies in it</source>
        <translation>ein Ort, oder einer, der darin liegt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>a name it needs</source>
        <translation>ein benötigter Name</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>a person shown</source>
        <translation>eine Person im Bild</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>a production</source>
        <translation>eine Produktion</translation>
    </message>
    <message>
        <location filename="../../core/catalog/link_edits.py"/>
        <source>a removed clip</source>
        <translation>ein entfernter Clip</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/catalog/reverting.py"/>
        <location filename="../../core/catalog/spans.py"/>
        <source>a removed name</source>
        <translation>ein entfernter Name</translation>
    </message>
    <message>
        <location filename="../../core/export/embargo.py"/>
        <source>a removed production</source>
        <translation>einer entfernten Produktion</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>a size; write 500KB, 10MB or 1.5GB</source>
        <translation>keine Größe; schreiben Sie 500KB, 10MB oder 1.5GB</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>a whole number</source>
        <translation>keine ganze Zahl</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>about {rate} fps</source>
        <translation>etwa {rate} fps</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/catalog/field_words.py"/>
        <source>access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <location filename="../../core/catalog/past.py"/>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>alias of {entry}</source>
        <translation>Alternativname von {entry}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>aliases</source>
        <translation>Alternativnamen</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>all looked at</source>
        <translation>ganz gesichtet</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>all of the clip</source>
        <translation>der ganze Clip</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/tagging.py"/>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>also “{name}”</source>
        <translation>auch „{name}“</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>an entry of any kind</source>
        <translation>ein Eintrag jeder Art</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/statements_view.py"/>
        <location filename="../../gui/inspector/tags.py"/>
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/pasting.py"/>
        <source>and %n more tags</source>
        <translation>
            <numerusform>und %n weiterer Tag</numerusform>
            <numerusform>und %n weitere Tags</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/ingest/relink.py"/>
        <source>another clip in the archive stands for that file already</source>
        <translation>ein anderer Clip im Archiv steht schon für diese Datei</translation>
    </message>
    <message>
        <location filename="../../core/ingest/relink.py"/>
        <source>another clip's</source>
        <translation>von einem anderen Clip</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/given_tags.py"/>
        <source>as claimed</source>
        <translation>als behauptet</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/given_tags.py"/>
        <source>as confirmed</source>
        <translation>als bestätigt</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>as much of it as was asked for</source>
        <translation>so viel davon wie gefragt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>as they were said or written</source>
        <translation>wie gesagt oder geschrieben</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>asked</source>
        <translation>angefragt</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>at the same time</source>
        <translation>zur selben Zeit</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <source>at {time}</source>
        <translation>bei {time}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/statements.py"/>
        <source>because: {reason}</source>
        <translation>weil: {reason}</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>born, or from</source>
        <translation>geboren oder seit</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>both at the same time; or: within 5s of</source>
        <translation>beide zur selben Zeit; oder: within 5s of</translation>
    </message>
    <message>
        <location filename="../../core/exchange/names.py"/>
        <source>called so</source>
        <translation>heißt so</translation>
    </message>
    <message>
        <location filename="../../core/catalog/hygiene.py"/>
        <source>called the same, nothing tells them apart</source>
        <translation>heißen gleich, nichts unterscheidet sie</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../core/search/why.py"/>
        <source>caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>captured</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <location filename="../../core/ingest/relink.py"/>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <location filename="../../core/exchange/preview.py"/>
        <location filename="../../core/fixity/report.py"/>
        <location filename="../../gui/preferences/keys.py"/>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>changed no record: there is nothing to undo</source>
        <translation>hat keinen Datensatz geändert: Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <location filename="../../gui/export/pdf_clip.py"/>
        <location filename="../../gui/widgets/chips.py"/>
        <source>claimed</source>
        <translation>behauptet</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_clip.py"/>
        <source>claimed by {name}</source>
        <translation>behauptet von {name}</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf.py"/>
        <source>claimed, not verified</source>
        <translation>behauptet, nicht geprüft</translation>
    </message>
    <message>
        <location filename="../../core/catalog/past.py"/>
        <location filename="../../core/search/tree.py"/>
        <source>clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>clips that look like others</source>
        <translation>Clips, die anderen gleichen</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser_list.py"/>
        <source>closed</source>
        <translation>zu</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <location filename="../../core/exchange/preview.py"/>
        <source>conflicting</source>
        <translation>widersprüchlich</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>copied in</source>
        <translation>hereinkopiert</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <source>copying, {size}/s</source>
        <translation>wird kopiert, {size}/s</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>could not be read</source>
        <translation>war nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/why.py"/>
        <source>credit</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/catalog/field_words.py"/>
        <source>date shot</source>
        <translation>Drehdatum</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/due.py"/>
        <source>days</source>
        <comment>What becomes free in the next 30 days</comment>
        <translation>Tagen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/headings.py"/>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>died, or to</source>
        <translation>gestorben oder bis</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>different from</source>
        <translation>verschieden von</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/shared.py"/>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>directors</source>
        <translation>Regie</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <location filename="../../gui/export/pdf.py"/>
        <location filename="../../gui/export/pdf_clip.py"/>
        <location filename="../../gui/widgets/chips.py"/>
        <source>disputed</source>
        <translation>umstritten</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>either</source>
        <translation>eines von beiden</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/why.py"/>
        <source>embargo</source>
        <translation>Sperrfrist</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>ended early</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <location filename="../../core/catalog/past.py"/>
        <source>entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>every word, in names, captions, notes and file names</source>
        <translation>jedes Wort, in Namen, Bildunterschriften, Notizen und Dateinamen</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>exact duplicate</source>
        <translation>exaktes Duplikat</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>exactly {rate} frames a second</source>
        <translation>genau {rate} Bilder pro Sekunde</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>excerpt of</source>
        <translation>Ausschnitt aus</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser_lines.py"/>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>existed from</source>
        <translation>bestand ab</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>existed to</source>
        <translation>bestand bis</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>external ids</source>
        <translation>externe IDs</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>facts</source>
        <translation>technische Daten</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>file name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>fixed</source>
        <translation>fest</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>fps</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>frames a second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>full hash</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <location filename="../../core/catalog/hygiene.py"/>
        <source>give them dates, a place they lie in, or an id</source>
        <translation>Daten, einen übergeordneten Ort oder eine ID angeben</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>granted</source>
        <translation>erteilt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>handle</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>has</source>
        <translation>hat</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="../../core/export/embargo.py"/>
        <source>held until release, but tagged with no production</source>
        <translation>bis zur Veröffentlichung gesperrt, aber ohne Produktion</translation>
    </message>
    <message>
        <location filename="../../core/export/embargo.py"/>
        <source>held until the release of {productions} on {date}</source>
        <translation>bis zur Veröffentlichung von {productions} am {date} gesperrt</translation>
    </message>
    <message>
        <location filename="../../core/export/embargo.py"/>
        <source>held until the release of {production}, whose date is not known</source>
        <translation>bis zur Veröffentlichung von {production} gesperrt, deren Datum nicht bekannt ist</translation>
    </message>
    <message>
        <location filename="../../core/fixity/presence.py"/>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>how far a tag is trusted</source>
        <translation>wie weit einem Tag zu trauen ist</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <location filename="../../gui/main_window/help.py"/>
        <source>how long it is</source>
        <translation>wie lang er ist</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>how much of it was looked at: none, part, all, or per cent</source>
        <translation>wie viel davon gesichtet ist: none, part, all oder Prozent</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>in part</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/looking.py"/>
        <location filename="../../gui/inspector/statements.py"/>
        <source>in “{moment}”</source>
        <translation>in „{moment}“</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser_lines.py"/>
        <source>included</source>
        <translation>eingeschlossen</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>internal</source>
        <translation>intern</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>is undone already</source>
        <translation>ist schon rückgängig gemacht</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <source>keyframes</source>
        <translation>Keyframes</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <location filename="../../core/model/vocabulary.py"/>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../gui/widgets/kinds.py"/>
        <source>keyword</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>known already</source>
        <translation>schon bekannt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>label</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>leads to {entry}</source>
        <translation>führt zu {entry}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>leave out</source>
        <translation>ausschließen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>lies above {entry}</source>
        <translation>liegt über {entry}</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>lies in</source>
        <translation>liegt in</translation>
    </message>
    <message>
        <location filename="../../core/catalog/hygiene.py"/>
        <source>lies in what is not there</source>
        <translation>liegt in etwas, das es nicht gibt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/hygiene.py"/>
        <source>lies within itself</source>
        <translation>liegt in sich selbst</translation>
    </message>
    <message>
        <location filename="../../core/ingest/relink.py"/>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="../../core/model/vocabulary.py"/>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../gui/widgets/kinds.py"/>
        <source>location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>location shot</source>
        <translation>Drehort</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>location shown</source>
        <translation>gezeigter Ort</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>looked at</source>
        <translation>gesichtet</translation>
    </message>
    <message>
        <location filename="../../core/exchange/preview.py"/>
        <source>looks damaged</source>
        <translation>wirkt beschädigt</translation>
    </message>
    <message>
        <location filename="../../core/fixity/presence.py"/>
        <location filename="../../core/fixity/report.py"/>
        <location filename="../../core/search/why.py"/>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/why.py"/>
        <source>moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <source>moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>moments instead of clips</source>
        <translation>Momente statt Clips</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/ingest/relink.py"/>
        <source>moved with its folder: name, size and date agree, as in %n that were read</source>
        <translation>
            <numerusform>mit seinem Ordner verschoben: Name, Größe und Datum stimmen, wie bei %n gelesenen</numerusform>
            <numerusform>mit seinem Ordner verschoben: Name, Größe und Datum stimmen, wie bei %n gelesenen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/why.py"/>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../core/ingest/relink.py"/>
        <source>name, size and date agree; its content was never recorded</source>
        <translation>Name, Größe und Datum stimmen; sein Inhalt wurde nie aufgezeichnet</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>named in the caption</source>
        <translation>in der Bildunterschrift genannt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>named in the file name</source>
        <translation>im Dateinamen genannt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>named in the name of the clip</source>
        <translation>im Namen des Clips genannt</translation>
    </message>
    <message>
        <location filename="../../core/exchange/preview.py"/>
        <source>names to review</source>
        <translation>Namen zu klären</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority.py"/>
        <location filename="../../core/exchange/names.py"/>
        <source>near</source>
        <translation>ähnlich</translation>
    </message>
    <message>
        <location filename="../../core/catalog/hygiene.py"/>
        <source>near duplicates</source>
        <translation>beinahe gleich</translation>
    </message>
    <message>
        <location filename="../../core/gazetteer/near.py"/>
        <source>near {place}, less than 1 km</source>
        <translation>bei {place}, weniger als 1 km</translation>
    </message>
    <message>
        <location filename="../../core/gazetteer/near.py"/>
        <source>near {place}, {distance} km</source>
        <translation>bei {place}, {distance} km</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>no media</source>
        <translation>ohne Bild</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <location filename="../../gui/vocabulary/tree.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/detail.py"/>
        <location filename="../../gui/inspector/tags.py"/>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>not a duplicate</source>
        <translation>kein Duplikat</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>not asked</source>
        <translation>nicht angefragt</translation>
    </message>
    <message>
        <location filename="../../gui/palette/lines.py"/>
        <source>not available now</source>
        <translation>jetzt nicht verfügbar</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/relink.py"/>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <location filename="../../gui/export/gate.py"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <location filename="../../gui/words.py"/>
        <source>not looked at yet</source>
        <translation>noch nicht gesichtet</translation>
    </message>
    <message>
        <location filename="../../core/exchange/preview.py"/>
        <source>not understood</source>
        <translation>nicht verstanden</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../core/search/why.py"/>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/past.py"/>
        <location filename="../../gui/history/dialog.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/report_dialog.py"/>
        <source>nothing new</source>
        <translation>nichts Neues</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>nothing will change so</source>
        <translation>so ändert sich nichts</translation>
    </message>
    <message>
        <location filename="../../core/fixity/presence.py"/>
        <location filename="../../core/fixity/report.py"/>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on the other clip by {handle}</source>
        <translation>am anderen Clip von {handle}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on the other clip in the folder {folder}</source>
        <translation>am anderen Clip im Ordner {folder}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on the other clip shot the same day</source>
        <translation>am anderen Clip vom selben Tag</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on the other clip shot the same day at the same place</source>
        <translation>am anderen Clip vom selben Tag und Ort</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on the other clip shot within 500 m</source>
        <translation>am anderen Clip aus 500 m Umkreis</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on {count} of {all} other clips by {handle}</source>
        <translation>an {count} von {all} anderen Clips von {handle}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on {count} of {all} other clips in the folder {folder}</source>
        <translation>an {count} von {all} anderen Clips im Ordner {folder}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on {count} of {all} other clips shot the same day</source>
        <translation>an {count} von {all} anderen Clips vom selben Tag</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on {count} of {all} other clips shot the same day at the same place</source>
        <translation>an {count} von {all} anderen Clips vom selben Tag und Ort</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>on {count} of {all} other clips shot within 500 m</source>
        <translation>an {count} von {all} anderen Clips aus 500 m Umkreis</translation>
    </message>
    <message>
        <location filename="../../core/catalog/hygiene.py"/>
        <source>one word only</source>
        <translation>nur ein Wort</translation>
    </message>
    <message>
        <location filename="../../gui/library/browser_list.py"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/standing_dialogs.py"/>
        <source>optional: call sheet of 6 September, same jacket as in…</source>
        <translation>freiwillig: Tagesdispo vom 6. September, dieselbe Jacke wie in …</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>overlaps</source>
        <translation>überschneidet sich mit</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>parent</source>
        <translation>übergeordnet</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/why.py"/>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/authority_dialog.py"/>
        <source>perhaps {names}</source>
        <translation>vielleicht {names}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>permission</source>
        <translation>Erlaubnis</translation>
    </message>
    <message>
        <location filename="../../core/model/vocabulary.py"/>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../gui/widgets/kinds.py"/>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>person shown</source>
        <translation>gezeigte Person</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <source>place</source>
        <translation>Aufnahmeort</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>posted</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../gui/frames/reading.py"/>
        <source>poster</source>
        <translation>Titelbild</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../gui/widgets/kinds.py"/>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <location filename="../../core/model/vocabulary.py"/>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../gui/widgets/kinds.py"/>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>query</source>
        <translation>Suche</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <source>rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>read again</source>
        <translation>noch einmal gelesen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/status.py"/>
        <source>read only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>recorded</source>
        <translation>aufgezeichnet</translation>
    </message>
    <message>
        <location filename="../../core/fixity/report.py"/>
        <source>recorded now</source>
        <translation>jetzt aufgezeichnet</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>redirect</source>
        <translation>verweist auf</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <location filename="../../gui/widgets/chips.py"/>
        <source>refuted</source>
        <translation>widerlegt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>released</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../core/catalog/past.py"/>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>restricted</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/catalog/field_words.py"/>
        <source>rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/looking.py"/>
        <source>said by {name}</source>
        <translation>gesagt von {name}</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority.py"/>
        <source>same alias</source>
        <translation>gleicher Alternativname</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>same as</source>
        <translation>dasselbe wie</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>same event</source>
        <translation>dasselbe Ereignis wie</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority.py"/>
        <source>same external id</source>
        <translation>gleiche externe ID</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority.py"/>
        <source>same id</source>
        <translation>gleiche ID</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority.py"/>
        <source>same name</source>
        <translation>gleicher Name</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/status.py"/>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/status.py"/>
        <source>saving…</source>
        <translation>wird gespeichert …</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <source>sensitive</source>
        <translation>heikel</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority.py"/>
        <source>several called so</source>
        <translation>mehrere heißen so</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>shared by</source>
        <translation>geteilt von</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>shot</source>
        <translation>gedreht</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>shot before the first moment of a date</source>
        <translation>vor Beginn eines Datums gedreht</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>shot from the first moment of a date on</source>
        <translation>ab Beginn eines Datums gedreht</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/tags.py"/>
        <source>shown first</source>
        <translation>werden erst gezeigt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>sights</source>
        <translation>Bildmerkmale</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../../core/ingest/relink.py"/>
        <source>size and content agree</source>
        <translation>Größe und Inhalt stimmen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/ingest/relink.py"/>
        <source>size and content agree; one of %n copies, the one whose path is most alike</source>
        <translation>
            <numerusform>Größe und Inhalt stimmen</numerusform>
            <numerusform>Größe und Inhalt stimmen; von %n Kopien die mit dem ähnlichsten Pfad</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../core/search/why.py"/>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>statement</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../gui/frames/stills.py"/>
        <location filename="../../gui/library/table_columns.py"/>
        <location filename="../../gui/main_window/dragging_out.py"/>
        <source>still</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <location filename="../../core/model/clip.py"/>
        <source>supported</source>
        <translation>gestützt</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>suspected copy</source>
        <translation>mutmaßliche Kopie</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the camera or lens</source>
        <translation>die Kamera oder das Objektiv</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the caption it was shared with</source>
        <translation>die Bildunterschrift, mit der er geteilt wurde</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the codec or container</source>
        <translation>der Codec oder Container</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf.py"/>
        <source>the disk did not take all of it</source>
        <translation>der Datenträger hat nicht alles aufgenommen</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the folders and name of the file</source>
        <translation>Ordner und Name der Datei</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the height of the picture in pixels</source>
        <translation>die Höhe des Bildes in Pixeln</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>the moment “{moment}” of {clip}</source>
        <translation>der Moment „{moment}“ von {clip}</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the name of the clip or its file</source>
        <translation>der Name des Clips oder seiner Datei</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the name of the file</source>
        <translation>der Name der Datei</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the notes</source>
        <translation>die Notizen</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the size of the file</source>
        <translation>die Größe der Datei</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the stars given</source>
        <translation>die vergebenen Sterne</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>the width of the picture in pixels</source>
        <translation>die Breite des Bildes in Pixeln</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>turned by {angle}° as the file says</source>
        <translation>um {angle}° gedreht, wie die Datei sagt</translation>
    </message>
    <message>
        <location filename="../../core/fixity/report.py"/>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>under embargo</source>
        <translation>unter Sperrfrist</translation>
    </message>
    <message>
        <location filename="../../core/export/embargo.py"/>
        <source>under embargo until {date}</source>
        <translation>Sperrfrist bis {date}</translation>
    </message>
    <message>
        <location filename="../../core/export/embargo.py"/>
        <source>under embargo until {date}, which is no date</source>
        <translation>Sperrfrist bis {date}, was kein Datum ist</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority.py"/>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>unknown row</source>
        <translation>unbekannte Zeile</translation>
    </message>
    <message>
        <location filename="../../core/fixity/report.py"/>
        <location filename="../../core/search/tree.py"/>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>untagged</source>
        <translation>ohne Tags</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <location filename="../../core/search/tree.py"/>
        <location filename="../../core/search/why.py"/>
        <source>until release</source>
        <translation>bis zur Veröffentlichung</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>until {date}</source>
        <translation>bis {date}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/hygiene.py"/>
        <source>unused</source>
        <translation>unbenutzt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/field_words.py"/>
        <source>url</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>vertical</source>
        <translation>hochkant</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>was added</source>
        <translation>wurde hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>was added again</source>
        <translation>wurde wieder hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>was changed</source>
        <translation>wurde geändert</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>was removed</source>
        <translation>wurde entfernt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>waves back</source>
        <translation>winkt zurück</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>what is allowed</source>
        <translation>was erlaubt ist</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>what is not there</source>
        <translation>was fehlt</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>what is still to do</source>
        <translation>was noch zu tun ist</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>what moments are called and say</source>
        <translation>wie Momente heißen und was sie sagen</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>what the clip is</source>
        <translation>was der Clip ist</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>what there is</source>
        <translation>was da ist</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>what {record} has as {field}</source>
        <translation>was {record} als {field} hat</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>when it was added to the archive</source>
        <translation>wann er ins Archiv kam</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <location filename="../../gui/main_window/help.py"/>
        <source>when it was shot</source>
        <translation>wann er gedreht wurde</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>where it came from: platform, address, handle, credit</source>
        <translation>woher er kam: Plattform, Adresse, Konto, Nennung</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>where, with every place within it</source>
        <translation>wo, mit jedem Ort darin</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>which production</source>
        <translation>welche Produktion</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/help.py"/>
        <source>who is shown; aliases count</source>
        <translation>wer zu sehen ist; Alternativnamen zählen</translation>
    </message>
    <message>
        <location filename="../../core/search/fields.py"/>
        <source>who shared it</source>
        <translation>wer ihn geteilt hat</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/words.py"/>
        <source>who to name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>whole</source>
        <translation>ganz</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/rights.py"/>
        <source>whose it is</source>
        <translation>wem es gehört</translation>
    </message>
    <message>
        <location filename="../../core/search/tree.py"/>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>will lead to</source>
        <translation>führt künftig zu</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>within {seconds} s</source>
        <translation>innerhalb von {seconds} s</translation>
    </message>
    <message>
        <location filename="../../core/catalog/hygiene.py"/>
        <source>without external ids</source>
        <translation>ohne externe IDs</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/window.py"/>
        <source>{archive} (read only) — Slatebook</source>
        <translation>{archive} (schreibgeschützt) – Slatebook</translation>
    </message>
    <message>
        <location filename="../../core/storage/restoring.py"/>
        <source>{archive} has no snapshot of {day}; there is {days}.</source>
        <translation>{archive} hat keine Sicherung vom {day}; es gibt {days}.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/asking.py"/>
        <source>{archive} names</source>
        <translation>{archive} Namen</translation>
    </message>
    <message>
        <location filename="../../gui/keeping/package.py"/>
        <source>{archive} package</source>
        <translation>{archive} Paket</translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>{archive} tag sheet</source>
        <translation>{archive} Tag-Liste</translation>
    </message>
    <message>
        <location filename="../../core/storage/troubles.py"/>
        <source>{cause}: {folder}. Nothing that was acknowledged is lost.</source>
        <translation>{cause}: {folder}. Nichts, was bestätigt wurde, ist verloren.</translation>
    </message>
    <message>
        <location filename="../../core/export/mhl.py"/>
        <source>{chain} names a list that is not beside it: it is damaged.</source>
        <translation>{chain} nennt eine Liste, die nicht daneben liegt: Sie ist beschädigt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>{change}, %n new names</source>
        <translation>
            <numerusform>{change}, %n neuer Name</numerusform>
            <numerusform>{change}, %n neue Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/export/presets.py"/>
        <source>{count} of %n columns</source>
        <translation>
            <numerusform>{count} von %n Spalte</numerusform>
            <numerusform>{count} von %n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/export/dialog.py"/>
        <source>{count} of {all}</source>
        <translation>{count} von {all}</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>{count} of {all} open</source>
        <translation>{count} von {all} offen</translation>
    </message>
    <message>
        <location filename="../../gui/export/gate.py"/>
        <source>{count}, the first {named} named</source>
        <translation>{count}, die ersten {named} genannt</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>{date}, zone not known</source>
        <translation>{date}, Zeitzone unbekannt</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>{day} {month} {time}</source>
        <translation>{day}. {month} {time}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>{day} {month} {year} {time}</source>
        <translation>{day}. {month} {year} {time}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/headings.py"/>
        <source>{day}, or only the month or year known</source>
        <translation>{day}, oder nur Monat oder Jahr bekannt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>{done} of %n files</source>
        <translation>
            <numerusform>{done} von %n Datei</numerusform>
            <numerusform>{done} von %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/catalog/past.py"/>
        <source>{entry} ({role}, {status})</source>
        <translation>{entry} ({role}, {status})</translation>
    </message>
    <message>
        <location filename="../../core/catalog/past.py"/>
        <source>{entry} ({role}, {status}, said by {person})</source>
        <translation>{entry} ({role}, {status}, sagt {person})</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>{entry} in “{moment}”</source>
        <translation>{entry} in „{moment}“</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/catalog/claims.py"/>
        <source>{entry} on %n clips</source>
        <translation>
            <numerusform>{entry} an %n Clip</numerusform>
            <numerusform>{entry} an %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>{entry} on {clip}</source>
        <translation>{entry} an {clip}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>{entry} over the whole clip</source>
        <translation>{entry} über den ganzen Clip</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>{fate} (perhaps {names})</source>
        <translation>{fate} (vielleicht {names})</translation>
    </message>
    <message>
        <location filename="../../core/storage/migrations.py"/>
        <source>{folder} has format {form}, which this Slatebook no longer knows; an older one does.</source>
        <translation>{folder} hat das Format {form}, das dieses Slatebook nicht mehr kennt; ein älteres kennt es.</translation>
    </message>
    <message>
        <location filename="../../core/app.py"/>
        <source>{folder} holds something already. Choose a new or an empty folder for the archive.</source>
        <translation>{folder} enthält schon etwas. Bitte einen neuen oder leeren Ordner für das Archiv wählen.</translation>
    </message>
    <message>
        <location filename="../../core/ingest/watching.py"/>
        <source>{folder} is no folder. Choose the folder that clips are put into.</source>
        <translation>{folder} ist kein Ordner. Den Ordner wählen, in den Clips gelegt werden.</translation>
    </message>
    <message>
        <location filename="../../core/app.py"/>
        <source>{folder} is open for reading only; its name cannot be set.</source>
        <translation>{folder} ist schreibgeschützt geöffnet; sein Name lässt sich nicht setzen.</translation>
    </message>
    <message>
        <location filename="../../core/app.py"/>
        <location filename="../../core/storage/archive_lock.py"/>
        <source>{folder} is open in another window or command. Close it there, or open it here for reading only.</source>
        <translation>{folder} ist in einem anderen Fenster oder Befehl geöffnet. Dort schließen oder hier schreibgeschützt öffnen.</translation>
    </message>
    <message>
        <location filename="../../core/app.py"/>
        <source>{folder} was made by an older Slatebook. Open it once for writing: it is copied and brought up to date.</source>
        <translation>{folder} stammt von einem älteren Slatebook. Einmal zum Schreiben öffnen: Es wird kopiert und auf den neuen Stand gebracht.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/arrival.py"/>
        <source>{found} so far…</source>
        <translation>bisher {found} …</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/keeping/relink.py"/>
        <source>{found}, %n of them by folder, name, size and date</source>
        <translation>
            <numerusform>{found}, davon %n nach Ordner, Name, Größe und Datum</numerusform>
            <numerusform>{found}, davon %n nach Ordner, Name, Größe und Datum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/pasting.py"/>
        <source>{fresh}, %n have it</source>
        <translation>
            <numerusform>{fresh}, %n hat ihn</numerusform>
            <numerusform>{fresh}, %n haben ihn</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <source>{imported}, shots found in {count}</source>
        <translation>{imported}, Einstellungen gefunden in {count}</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>{keys} is used by another command now; free it there first.</source>
        <translation>{keys} gehört jetzt zu einem anderen Befehl; dort zuerst freigeben.</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>{keys} is “{command}” already. Used here, it is taken away there.</source>
        <translation>{keys} ist schon „{command}“. Hier verwendet, fällt sie dort weg.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>{kind} of this archive</source>
        <translation>{kind} in diesem Archiv</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/names_panel.py"/>
        <source>{kind} “{name}”</source>
        <translation>{kind} „{name}“</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_dialog.py"/>
        <source>{kind}: {name}</source>
        <translation>{kind}: {name}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/merging.py"/>
        <source>{label} cannot be merged into itself: the two are one name already.</source>
        <translation>{label} lässt sich nicht mit sich selbst zusammenführen: Die beiden sind schon ein Name.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>{label} cannot become a {kind}; make a new one.</source>
        <translation>{label} kann nicht die Art wechseln ({kind}); bitte einen neuen Eintrag anlegen.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>{label} cannot lie within itself.</source>
        <translation>{label} kann nicht in sich selbst liegen.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/merging.py"/>
        <source>{label} is a {kind} and {other} a {other_kind}; only names of one kind can be merged.</source>
        <translation>Nur Namen einer Art lassen sich zusammenführen: {label} ({kind}), {other} ({other_kind}).</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/tree.py"/>
        <source>{label} is a {kind}; only names of one kind can be merged.</source>
        <translation>{label} ist eine andere Art von Eintrag ({kind}); nur Einträge einer Art lassen sich zusammenführen.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>{label} is in the vocabulary already.</source>
        <translation>{label} ist schon bekannt.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/merging.py"/>
        <source>{label} says nothing of “{field}”.</source>
        <translation>{label} sagt nichts zu „{field}“.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/draft.py"/>
        <source>{label} was merged into itself; it leads nowhere.</source>
        <translation>{label} wurde mit sich selbst zusammengeführt; der Name führt nirgendwohin.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/edits.py"/>
        <source>{label} was merged into {winner} meanwhile; change that one.</source>
        <translation>{label} ist inzwischen mit {winner} zusammengeführt; diesen Eintrag ändern.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/listing.py"/>
        <source>{label}, %n new</source>
        <translation>
            <numerusform>{label}, davon %n neu</numerusform>
            <numerusform>{label}, davon %n neu</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/main_window/quick_tags.py"/>
        <source>{label}.</source>
        <translation>{label}.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{lost} of its {all} pictures are damaged and were left out; the others were kept.</source>
        <translation>{lost} von {all} Bildern sind beschädigt und wurden ausgelassen; die anderen wurden übernommen.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/dropping.py"/>
        <source>{name} &amp;lies in {place}</source>
        <translation>{name} &amp;liegt in {place}</translation>
    </message>
    <message>
        <location filename="../../gui/export/pdf_page.py"/>
        <source>{name} (continued)</source>
        <translation>{name} (Fortsetzung)</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} ({family}) has no pictures in it.</source>
        <translation>{name} ({family}) enthält keine Bilder.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/listing.py"/>
        <source>{name} ({kind})</source>
        <translation>{name} ({kind})</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/listing.py"/>
        <source>{name} ({kind}), much like it</source>
        <translation>{name} ({kind}), sehr ähnlich</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} cannot be opened ({reason}). Check the drive it is on, then try again.</source>
        <translation>{name} lässt sich nicht öffnen ({reason}). Prüfen Sie das Laufwerk und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>{name} lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <location filename="../../gui/player/clip_screen.py"/>
        <source>{name} cannot be played</source>
        <translation>{name} lässt sich nicht abspielen</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/glance.py"/>
        <source>{name} cannot be played; choose two clips to compare.</source>
        <translation>{name} lässt sich nicht abspielen; zum Vergleichen zwei Clips wählen.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} claims pictures of {width} x {height}, more than any camera takes; it is damaged or made to do harm.</source>
        <translation>{name} behauptet Bilder von {width} x {height}, mehr, als irgendeine Kamera aufnimmt; die Datei ist beschädigt oder soll Schaden anrichten.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} ends before its first picture: the file is cut off. Copy it again from where it came from.</source>
        <translation>{name} endet vor dem ersten Bild: Die Datei ist abgeschnitten. Bitte noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>{name} has no picture at that time.</source>
        <translation>{name} hat zu dieser Zeit kein Bild.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} holds nothing but zeros; its copy was not finished. Copy it again from where it came from.</source>
        <translation>{name} enthält nichts als Nullen; die Kopie wurde nicht fertig. Bitte noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} holds pictures coded as {coding}, which nothing here can decode; ask for a copy in H.264, HEVC or ProRes.</source>
        <translation>{name} enthält Bilder, die als {coding} codiert sind, was hier nichts decodieren kann; bitten Sie um eine Kopie in H.264, HEVC oder ProRes.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} holds pictures coded in an unknown way, which nothing here can decode; ask for a copy in H.264, HEVC or ProRes.</source>
        <translation>{name} enthält Bilder, die auf unbekannte Weise codiert sind, was hier nichts decodieren kann; bitten Sie um eine Kopie in H.264, HEVC oder ProRes.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} holds something that was not understood; it was set aside. Try another copy, or convert it with another program.</source>
        <translation>{name} enthält etwas, das nicht verstanden wurde, und wurde beiseitegelegt. Versuchen Sie eine andere Kopie oder wandeln Sie die Datei mit einem anderen Programm um.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} holds sound only; there is no picture in it to keep.</source>
        <translation>{name} enthält nur Ton; es gibt kein Bild, das aufbewahrt werden könnte.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} holds text, not a clip or a picture.</source>
        <translation>{name} enthält Text, weder einen Clip noch ein Bild.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/crops.py"/>
        <source>{name} in the frame</source>
        <translation>{name} im Bild</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is a JPEG XL picture, which nothing here can decode; ask for a JPEG.</source>
        <translation>{name} ist ein JPEG-XL-Bild, das hier nichts decodieren kann; bitten Sie um ein JPEG.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is a camera raw without a preview inside; its facts were kept.</source>
        <translation>{name} ist ein Kamera-Rohbild ohne Vorschau darin; die Angaben wurden übernommen.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is a playlist that only points to other files; import those themselves.</source>
        <translation>{name} ist eine Wiedergabeliste, die nur auf andere Dateien verweist; importieren Sie diese selbst.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is a still; only clips have shots.</source>
        <translation>{name} ist ein Standbild; nur Clips haben Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is a still; there is nothing to play.</source>
        <translation>{name} ist ein Standbild; da gibt es nichts abzuspielen.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is damaged at its start or of a kind Slatebook does not know; its first bytes belong to no clip or picture.</source>
        <translation>{name} ist am Anfang beschädigt oder von einer Art, die Slatebook nicht kennt; die ersten Bytes gehören zu keinem Clip oder Bild.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is damaged: none of its pictures can be decoded. Copy it again from where it came from.</source>
        <translation>{name} ist beschädigt: Keines der Bilder lässt sich decodieren. Bitte noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is empty (0 bytes); copy it again from where it came from.</source>
        <translation>{name} ist leer (0 Bytes); bitte noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is encrypted; ask for a copy without protection.</source>
        <translation>{name} ist verschlüsselt; bitten Sie um eine Kopie ohne Schutz.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is larger than 1 GiB, too large for a still; its picture is not shown.</source>
        <translation>{name} ist größer als 1 GiB, zu groß für ein Standbild; das Bild wird nicht gezeigt.</translation>
    </message>
    <message>
        <location filename="../../core/fixity/presence.py"/>
        <source>{name} is missing: it is no longer in its folder. If it was moved, “Find moved originals” finds it.</source>
        <translation>{name} fehlt: Es liegt nicht mehr in seinem Ordner. Wurde es verschoben, findet „Verschobene Originale suchen“ es wieder.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/seen_before.py"/>
        <source>{name} is not a duplicate</source>
        <translation>{name} ist kein Duplikat</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is not a file but a folder or a device; there is nothing to import in it.</source>
        <translation>{name} ist keine Datei, sondern ein Ordner oder ein Gerät; darin gibt es nichts zu importieren.</translation>
    </message>
    <message>
        <location filename="../../gui/seen/deciding.py"/>
        <source>{name} is not taken for a duplicate of it again.</source>
        <translation>{name} wird nicht wieder für ein Duplikat gehalten.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} is not there. It may have been moved, or its drive is not connected.</source>
        <translation>{name} ist nicht da. Vielleicht wurde die Datei verschoben, oder ihr Laufwerk ist nicht angeschlossen.</translation>
    </message>
    <message>
        <location filename="../../core/export/package_copy.py"/>
        <source>{name} is not what was recorded of it. Verify it, then pack it again.</source>
        <translation>{name} ist nicht, was davon aufgezeichnet wurde. Prüfen und dann erneut packen.</translation>
    </message>
    <message>
        <location filename="../../core/fixity/presence.py"/>
        <source>{name} is offline: its drive is not connected. Stills, tags and search go on without it.</source>
        <translation>{name} ist offline: Das Laufwerk ist nicht angeschlossen. Bilder, Tags und Suche gehen auch so.</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/quick_tags.py"/>
        <source>{name} is on all of them already.</source>
        <translation>{name} haben alle schon.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/dropping.py"/>
        <source>{name} is the &amp;same as {place}…</source>
        <translation>{name} ist das&amp;selbe wie {place} …</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority.py"/>
        <source>{name} is {ours} here and {theirs} there.</source>
        <translation>{name} ist hier {ours} und dort {theirs}.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/dropping.py"/>
        <source>{name} lies in {place} already</source>
        <translation>{name} liegt schon in {place}</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} made the decoder crash and was set aside. Try again, or convert it with another program.</source>
        <translation>{name} brachte den Decoder zum Absturz und wurde beiseitegelegt. Versuchen Sie es erneut oder wandeln Sie die Datei mit einem anderen Programm um.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} may not be read by you. Change its permissions, then try again.</source>
        <translation>{name} darf von Ihnen nicht gelesen werden. Ändern Sie die Zugriffsrechte und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} needs more memory than one file may take; it was set aside. It may be damaged: try another copy, or convert it with another program.</source>
        <translation>{name} braucht mehr Speicher, als eine einzelne Datei nehmen darf, und wurde beiseitegelegt. Vielleicht ist die Datei beschädigt: Versuchen Sie eine andere Kopie oder wandeln Sie sie mit einem anderen Programm um.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <location filename="../../core/catalog/edits.py"/>
        <location filename="../../core/catalog/spans.py"/>
        <source>{name} no longer carries that tag.</source>
        <translation>{name} trägt diesen Tag nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <location filename="../../core/catalog/spans.py"/>
        <source>{name} no longer has that moment.</source>
        <translation>{name} hat diesen Moment nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../gui/frames/alike.py"/>
        <source>{name} shows nothing to go by, or was read in part only.</source>
        <translation>{name} zeigt nichts Vergleichbares oder wurde nur zum Teil gelesen.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} starts as {family} does, but cannot be read any further ({reason}). Copy it again from where it came from.</source>
        <translation>{name} beginnt wie {family}, lässt sich aber nicht weiter lesen ({reason}). Bitte noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} starts as {family} does, but what follows is damaged or cut off. Copy it again from where it came from.</source>
        <translation>{name} beginnt wie {family}, aber was folgt, ist beschädigt oder abgeschnitten. Bitte noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <location filename="../../core/model/reasons.py"/>
        <source>{name} took too long to read and was set aside. Try again when the computer has less to do.</source>
        <translation>Das Lesen von {name} dauerte zu lange; die Datei wurde beiseitegelegt. Versuchen Sie es erneut, wenn der Rechner weniger zu tun hat.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority.py"/>
        <source>{name} was released {ours} here and {theirs} there.</source>
        <translation>{name} wurde hier {ours} und dort {theirs} veröffentlicht.</translation>
    </message>
    <message>
        <location filename="../../core/fixity/copying.py"/>
        <source>{name} was written to while it was copied. Take it again later, when it is whole.</source>
        <translation>{name} wurde während des Kopierens geschrieben. Später noch einmal nehmen, wenn die Datei vollständig ist.</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/queue_dialog.py"/>
        <source>{name}, copied in</source>
        <translation>{name}, hereinkopiert</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/pasting.py"/>
        <source>{name}: nothing to do</source>
        <translation>{name}: nichts zu tun</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/pasting.py"/>
        <source>{name}: on %n more</source>
        <translation>
            <numerusform>{name}: an %n weiterem</numerusform>
            <numerusform>{name}: an %n weiteren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/ingest/copying.py"/>
        <source>{name}: too many files of that name are in {folder}. Rename it, then try again.</source>
        <translation>{name}: zu viele Dateien dieses Namens in {folder}. Umbenennen, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/edits.py"/>
        <source>{name}: {error}</source>
        <translation>{name}: {error}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/statements_view.py"/>
        <source>{name}: {statement}</source>
        <translation>{name}: {statement}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/statements.py"/>
        <source>{name}: “{words}”</source>
        <translation>{name}: „{words}“</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>{note}, which {way}</source>
        <translation>{note}; {way}</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>{one} of the first looks like {other} of the second.</source>
        <translation>{one} des ersten sieht aus wie {other} des zweiten.</translation>
    </message>
    <message>
        <location filename="../../core/export/bagit.py"/>
        <source>{package} has no {manifest}; only bags with SHA-256 can be verified here.</source>
        <translation>{package} hat kein {manifest}; nur Bags mit SHA-256 lassen sich hier prüfen.</translation>
    </message>
    <message>
        <location filename="../../core/storage/archive_file.py"/>
        <source>{parent} is not a Slatebook archive: it has no {name}.</source>
        <translation>{parent} ist kein Slatebook-Archiv: {name} fehlt.</translation>
    </message>
    <message>
        <location filename="../../core/storage/archive_file.py"/>
        <source>{parent} was made by a newer Slatebook (format {format}, this one knows {newest}). Open it with the newer one; nothing was changed.</source>
        <translation>{parent} stammt von einem neueren Slatebook (Format {format}, dieses kennt {newest}). Bitte mit dem neueren öffnen; nichts wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/carried.py"/>
        <location filename="../../gui/inspector/pasting.py"/>
        <source>{pasted} on %n clips</source>
        <translation>
            <numerusform>{pasted} (%n Clip)</numerusform>
            <numerusform>{pasted} (%n Clips)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority_skos.py"/>
        <location filename="../../core/exchange/reading.py"/>
        <location filename="../../core/exchange/records.py"/>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/sheets.py"/>
        <source>{path} does not say which clips are meant: it needs a column id, or one of file names.</source>
        <translation>{path} sagt nicht, welche Clips gemeint sind: Es fehlt eine Spalte „id“ oder eine mit Dateinamen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority_skos.py"/>
        <source>{path} holds no person, place, production or keyword that is understood.</source>
        <translation>{path} enthält keine Person, keinen Ort, keine Produktion und kein Schlagwort, das verstanden wird.</translation>
    </message>
    <message>
        <location filename="../../core/storage/archive_file.py"/>
        <source>{path} is damaged; restore that file from a backup of the archive.</source>
        <translation>{path} ist beschädigt; bitte diese Datei aus einer Sicherung des Archivs wiederherstellen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority_skos.py"/>
        <source>{path} is no JSON: {error}.</source>
        <translation>{path} ist kein JSON: {error}.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority_skos.py"/>
        <source>{path} is no SKOS in JSON-LD that is understood ({error}).</source>
        <translation>{path} ist kein SKOS in JSON-LD, das verstanden wird ({error}).</translation>
    </message>
    <message>
        <location filename="../../core/exchange/authority_csv.py"/>
        <source>{path} is no authority file: it has no column {known}.</source>
        <translation>{path} ist keine Namensdatei: Die Spalte {known} fehlt.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/reading.py"/>
        <source>{path} is no table that can be read: {error}.</source>
        <translation>{path} ist keine lesbare Tabelle: {error}.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/reading.py"/>
        <source>{path} is no workbook that can be read: {error}.</source>
        <translation>{path} ist keine lesbare Arbeitsmappe: {error}.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/records.py"/>
        <source>{path} was not written by this Slatebook, or by a newer one.</source>
        <translation>{path} wurde nicht von diesem Slatebook geschrieben oder von einem neueren.</translation>
    </message>
    <message>
        <location filename="../../core/export/mhl.py"/>
        <source>{place} has no XXH128 hash for {path}; only lists with these can be verified here.</source>
        <translation>{place} hat keine XXH128-Prüfsumme für {path}; nur Listen mit solchen lassen sich hier prüfen.</translation>
    </message>
    <message>
        <location filename="../../core/export/mhl.py"/>
        <source>{place} is damaged ({error}).</source>
        <translation>{place} ist beschädigt ({error}).</translation>
    </message>
    <message>
        <location filename="../../core/export/mhl.py"/>
        <source>{place} is not the list its chain vouches for: it was changed or damaged.</source>
        <translation>{place} ist nicht die Liste, für die ihre Kette bürgt: Sie wurde geändert oder beschädigt.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/dropping.py"/>
        <source>{place} lies in {name} by now</source>
        <translation>{place} liegt bereits in {name}</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>{rate} fps</source>
        <translation>{rate} fps</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/facts.py"/>
        <source>{rate}, %n frames</source>
        <translation>
            <numerusform>{rate}, %n Bild</numerusform>
            <numerusform>{rate}, %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>{read}; they say what the archive says.</source>
        <translation>{read}; sie sagen, was das Archiv sagt.</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/sheet_dialog.py"/>
        <source>{read}; {change}.</source>
        <translation>{read}; {change}.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/suggested_view.py"/>
        <source>{reason}. Enter tags it, Delete never suggests it again</source>
        <translation>{reason}. Eingabe vergibt den Tag, Entf schlägt ihn nie wieder vor</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/table.py"/>
        <source>{said}, left out</source>
        <translation>{said}, ausgelassen</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/table.py"/>
        <source>{said}, taken over</source>
        <translation>{said}, übernommen</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/facts.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>{sentence} One of them is mirrored.</source>
        <translation>{sentence} Einer davon ist gespiegelt.</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>{sentence} · mirrored</source>
        <translation>{sentence} · gespiegelt</translation>
    </message>
    <message>
        <location filename="../../gui/words.py"/>
        <source>{share} % looked at</source>
        <translation>{share} % gesichtet</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/main_window/status.py"/>
        <source>{shown} of %n clips</source>
        <translation>
            <numerusform>{shown} von %n Clip</numerusform>
            <numerusform>{shown} von %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/compare/side.py"/>
        <source>{side}, picture</source>
        <translation>{side}, Bild</translation>
    </message>
    <message>
        <location filename="../../gui/compare/side.py"/>
        <source>{side}, place in the clip</source>
        <translation>{side}, Stelle im Clip</translation>
    </message>
    <message>
        <location filename="../../gui/compare/side.py"/>
        <source>{side}, position</source>
        <translation>{side}, Position</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>{size} to copy</source>
        <translation>{size} zu kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>{size} to copy, {free} free</source>
        <translation>{size} zu kopieren, {free} frei</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/fates.py"/>
        <source>{size} to copy: {lacking} more must be free</source>
        <translation>{size} zu kopieren: {lacking} mehr müssen frei sein</translation>
    </message>
    <message>
        <location filename="../../core/words.py"/>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/facts.py"/>
        <source>{sound}, %n tracks</source>
        <translation>
            <numerusform>{sound}, %n Spur</numerusform>
            <numerusform>{sound}, %n Spuren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <source>{speed} files/s</source>
        <translation>{speed} Dateien/s</translation>
    </message>
    <message>
        <location filename="../../core/search/why.py"/>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>{status} by {person}: {what}</source>
        <translation>{status} von {person}: {what}</translation>
    </message>
    <message>
        <location filename="../../gui/player/timeline.py"/>
        <source>{status}, says {name}</source>
        <translation>{status}, sagt {name}</translation>
    </message>
    <message>
        <location filename="../../core/catalog/claims.py"/>
        <source>{status}: {what}</source>
        <translation>{status}: {what}</translation>
    </message>
    <message>
        <location filename="../../gui/history/steps_model.py"/>
        <source>{step} (undone)</source>
        <translation>{step} (rückgängig gemacht)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/inspector/listing.py"/>
        <source>{tagged} with %n names</source>
        <translation>
            <numerusform>{tagged}: %n Name</numerusform>
            <numerusform>{tagged}: %n Namen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/inspector/tagging.py"/>
        <source>{tagged} with the new {kind} {name}</source>
        <translation>{tagged}: {name} ({kind}, neu)</translation>
    </message>
    <message>
        <location filename="../../gui/player/quick_row.py"/>
        <source>{tag}, open</source>
        <translation>{tag}, offen</translation>
    </message>
    <message>
        <location filename="../../gui/frames/contact_sheet.py"/>
        <source>{taken} The clip is under embargo ({why}), and so is this still.</source>
        <translation>{taken} Der Clip unterliegt einer Sperrfrist ({why}), und dieses Standbild auch.</translation>
    </message>
    <message>
        <location filename="../../core/fixity/copying.py"/>
        <source>{target} does not hold what was written to it: its drive cannot be trusted.</source>
        <translation>{target} enthält nicht, was geschrieben wurde: Dem Laufwerk ist nicht zu trauen.</translation>
    </message>
    <message>
        <location filename="../../core/storage/restoring.py"/>
        <source>{target} holds something already. Choose a new or an empty folder.</source>
        <translation>{target} enthält schon etwas. Bitte einen neuen oder leeren Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../../core/export/placing.py"/>
        <source>{target} is a folder; give the name of a file.</source>
        <translation>{target} ist ein Ordner; bitte den Namen einer Datei angeben.</translation>
    </message>
    <message>
        <location filename="../../core/export/package.py"/>
        <source>{target} is being packed by another window or command.</source>
        <translation>{target} wird gerade von einem anderen Fenster oder Befehl gepackt.</translation>
    </message>
    <message>
        <location filename="../../core/export/package.py"/>
        <location filename="../../core/export/placing.py"/>
        <source>{target} is there already. Choose a new or an empty folder.</source>
        <translation>{target} gibt es schon. Bitte einen neuen oder leeren Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>{there} of it is {here} of this</source>
        <translation>{there} davon ist {here} hiervon</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>{there} of it looks like this</source>
        <translation>{there} davon sieht aus wie dieser</translation>
    </message>
    <message>
        <location filename="../../gui/seen/sentences.py"/>
        <source>{there} of it looks like {here} of this</source>
        <translation>{there} davon sieht aus wie {here} hiervon</translation>
    </message>
    <message>
        <location filename="../../gui/ingest/telling.py"/>
        <location filename="../../gui/keeping/work_dialog.py"/>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <location filename="../../gui/main_window/actions.py"/>
        <source>{tip} ({keys})</source>
        <translation>{tip} ({keys})</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/moment_dialog.py"/>
        <source>{typed} is behind the end of the clip, {end}.</source>
        <translation>{typed} liegt hinter dem Ende des Clips, {end}.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/merge_dialog.py"/>
        <source>{value}   (of {name})</source>
        <translation>{value}   (von {name})</translation>
    </message>
    <message>
        <location filename="../../gui/exchange/looking.py"/>
        <source>{verdict}: {why}</source>
        <translation>{verdict}: {why}</translation>
    </message>
    <message>
        <location filename="../../core/words.py"/>
        <source>{year}-{month}</source>
        <comment>a month</comment>
        <translation>{month}.{year}</translation>
    </message>
    <message>
        <location filename="../../core/words.py"/>
        <source>{year}-{month}-{day}</source>
        <comment>a day</comment>
        <translation>{day}.{month}.{year}</translation>
    </message>
    <message>
        <location filename="../../core/search/parser.py"/>
        <source>“moments:” stands before everything else: then moments are found instead of clips. For their texts write “moment:”.</source>
        <translation>„moments:“ steht vor allem anderen: Dann werden Momente statt Clips gefunden. Für ihre Texte schreiben Sie „moment:“.</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>“{command}” has no keys now.</source>
        <translation>„{command}“ hat jetzt keine Tasten.</translation>
    </message>
    <message>
        <location filename="../../gui/preferences/keys.py"/>
        <source>“{command}” has {keys} now.</source>
        <translation>„{command}“ hat jetzt {keys}.</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>“{field}:{text}” cannot be compared: leave out “{comparison}”.</source>
        <translation>„{field}:{text}“ lässt sich nicht vergleichen: „{comparison}“ weglassen.</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>“{field}:” is about words, which are not more or less: leave out “{comparison}”.</source>
        <translation>Bei „{field}:“ geht es um Wörter, und die sind nicht mehr oder weniger: „{comparison}“ weglassen.</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>“{field}:” knows no “{text}”; it knows {listed}.</source>
        <translation>„{field}:“ kennt kein „{text}“; es kennt {listed}.</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>“{field}:” needs letters or digits to look for.</source>
        <translation>„{field}:“ braucht Buchstaben oder Ziffern zum Suchen.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/spans.py"/>
        <source>“{label}” can only be split between its ends.</source>
        <translation>„{label}“ lässt sich nur zwischen seinen Enden teilen.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/catalog.py"/>
        <source>“{label}” cannot be turned round: {described}.</source>
        <translation>„{label}“ lässt sich nicht umkehren: {described}.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/fields.py"/>
        <source>“{line}” is no id; write one a line, such as “wikidata: Q37079” ({schemes}).</source>
        <translation>„{line}“ ist keine ID; eine je Zeile, etwa „wikidata: Q37079“ ({schemes}).</translation>
    </message>
    <message>
        <location filename="../../core/catalog/asof.py"/>
        <source>“{moment}” is no moment. Say a step of “history”, or a date or time like 2026-11-01 or 2026-11-01T14:30.</source>
        <translation>„{moment}“ ist kein Zeitpunkt. Bitte einen Schritt aus „history“ angeben oder ein Datum wie 2026-11-01 oder 2026-11-01T14:30.</translation>
    </message>
    <message>
        <location filename="../../core/search/parser.py"/>
        <source>“{name}:” needs something after it: {about}.</source>
        <translation>Nach „{name}:“ fehlt etwas: {about}.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>“{name}” is in the caption</source>
        <translation>„{name}“ steht in der Bildunterschrift</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>“{name}” is in the file name</source>
        <translation>„{name}“ steht im Dateinamen</translation>
    </message>
    <message>
        <location filename="../../core/catalog/suggested.py"/>
        <source>“{name}” is in the name of the clip</source>
        <translation>„{name}“ steht im Namen des Clips</translation>
    </message>
    <message>
        <location filename="../../core/exchange/sheets.py"/>
        <source>“{pair}” maps nothing; a mapping is written Talent=people,Clip Name=file.</source>
        <translation>„{pair}“ ordnet nichts zu; eine Zuordnung schreibt man Talent=people,Clip Name=file.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>“{step}” cannot be undone by itself: {what} {verb} later by “{other}”, {when} (step {number}). Undo that step first.</source>
        <translation>„{step}“ lässt sich nicht einzeln rückgängig machen: {what} {verb} danach, durch „{other}“, {when} (Schritt {number}). Zuerst diesen Schritt rückgängig machen.</translation>
    </message>
    <message>
        <location filename="../../core/catalog/reverting.py"/>
        <source>“{step}” cannot be undone by itself: {what} {verb} later.</source>
        <translation>„{step}“ lässt sich nicht einzeln rückgängig machen: {what} {verb} danach.</translation>
    </message>
    <message>
        <location filename="../../gui/vocabulary/entry_form.py"/>
        <source>“{text}” is no date; write 1962-07-03, 1962-07 or 1962.</source>
        <translation>„{text}“ ist kein Datum; bitte 03.07.1962, 07.1962 oder 1962 schreiben.</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>“{text}” is no date; write 2021, 2021-06, 2021-06-15, 2020..2021, 1990s, today, yesterday or 7d.</source>
        <translation>„{text}“ ist kein Datum; schreiben Sie 2021, 2021-06, 2021-06-15, 2020..2021, 1990s, today, yesterday oder 7d.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/access.py"/>
        <source>“{text}” is no date; write an embargo as {example}, 2023-07 or 2023.</source>
        <translation>„{text}“ ist kein Datum; eine Sperrfrist als {example}, 07.2023 oder 2023 schreiben.</translation>
    </message>
    <message>
        <location filename="../../core/search/linking.py"/>
        <source>“{text}” is no duration; write within 5s of, within 1m30s of, or within 5 seconds of.</source>
        <translation>„{text}“ ist keine Dauer; schreiben Sie within 5s of, within 1m30s of oder within 5 seconds of.</translation>
    </message>
    <message>
        <location filename="../../core/export/rights.py"/>
        <source>“{text}” is no rights statement; give its URI or one of {known}.</source>
        <translation>„{text}“ ist kein Rechtehinweis; bitte seine URI oder eines von {known} angeben.</translation>
    </message>
    <message>
        <location filename="../../gui/inspector/time_entry.py"/>
        <source>“{text}” is no time; write 12.5, 1:02.5 or 00:00:12:05.</source>
        <translation>„{text}“ ist keine Zeit; bitte 12.5, 1:02.5 oder 00:00:12:05 schreiben.</translation>
    </message>
    <message>
        <location filename="../../core/search/values.py"/>
        <source>“{text}” is not {wanted}.</source>
        <translation>„{text}“ ist {wanted}.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/settling.py"/>
        <source>“{text}” settles nothing; write NAME=WHOM, NAME={new} for a new one, or NAME={left_out}.</source>
        <translation>„{text}“ klärt nichts; bitte NAME=WER schreiben, NAME={new} für einen neuen oder NAME={left_out}.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/settling.py"/>
        <source>“{told}” cannot be “{whom}”: no {kind} here is certainly called so.</source>
        <translation>„{told}“ kann nicht „{whom}“ sein: Hier heißt niemand sicher so ({kind}).</translation>
    </message>
    <message>
        <location filename="../../core/search/parser.py"/>
        <source>“{words}” says where in a clip something is: only tags and moments can stand here, such as person:tom or moment:waves.</source>
        <translation>„{words}“ sagt, wo in einem Clip etwas ist: Hier können nur Tags und Momente stehen, etwa person:tom oder moment:waves.</translation>
    </message>
    <message>
        <location filename="../../gui/history/dialog.py"/>
        <source>… and more</source>
        <translation>… und mehr</translation>
    </message>
</context>
</TS>
