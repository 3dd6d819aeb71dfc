<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>trawl::adding::AddDialog</name>
    <message numerus="yes">
        <source>%Ln link(s) will be added</source>
        <translation>
            <numerusform>%Ln link will be added</numerusform>
            <numerusform>%Ln links will be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no link in it; %Ln invalid line(s) would be added as failed</source>
        <translation>
            <numerusform>There is no link in it; %Ln invalid line would be added as failed</numerusform>
            <numerusform>There is no link in it; %Ln invalid lines would be added as failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %Ln list(s)</source>
        <translation>
            <numerusform>from %Ln list</numerusform>
            <numerusform>from %Ln lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pasted line(s) are read, too: too much text to be shown here.</source>
        <translation>
            <numerusform>%Ln pasted line is read, too: too much text to be shown here.</numerusform>
            <numerusform>%Ln pasted lines are read, too: too much text to be shown here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate(s) as skipped</source>
        <translation>
            <numerusform>%Ln duplicate as skipped</numerusform>
            <numerusform>%Ln duplicates as skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invalid line(s) as failed</source>
        <translation>
            <numerusform>%Ln invalid line as failed</numerusform>
            <numerusform>%Ln invalid lines as failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::adding::DropTarget</name>
    <message numerus="yes">
        <source>%Ln list(s) will be read</source>
        <translation>
            <numerusform>%Ln list will be read</numerusform>
            <numerusform>%Ln lists will be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) will be added</source>
        <translation>
            <numerusform>%Ln link will be added</numerusform>
            <numerusform>%Ln links will be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln list(s) and all in the folders will be read</source>
        <translation>
            <numerusform>%Ln list and all in the folders will be read</numerusform>
            <numerusform>%Ln lists and all in the folders will be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All lists in %Ln folder(s) will be read</source>
        <translation>
            <numerusform>All lists in %Ln folder will be read</numerusform>
            <numerusform>All lists in %Ln folders will be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::adding::LinkWords</name>
    <message numerus="yes">
        <source>%Ln mirror(s)</source>
        <translation>
            <numerusform>%Ln mirror</numerusform>
            <numerusform>%Ln mirrors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::desktop::AfterJobs</name>
    <message numerus="yes">
        <source>All jobs have ended. Trawl quits in %Ln second(s).</source>
        <translation>
            <numerusform>All jobs have ended. Trawl quits in %Ln second.</numerusform>
            <numerusform>All jobs have ended. Trawl quits in %Ln seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All jobs have ended. “%1” runs in %Ln second(s).</source>
        <translation>
            <numerusform>All jobs have ended. “%1” runs in %Ln second.</numerusform>
            <numerusform>All jobs have ended. “%1” runs in %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::desktop::RoomWatch</name>
    <message numerus="yes">
        <source>There is no room left on the disk of %1. %Ln link(s) wait and go on when there is.</source>
        <translation>
            <numerusform>There is no room left on the disk of %1. %Ln link waits and goes on when there is.</numerusform>
            <numerusform>There is no room left on the disk of %1. %Ln links wait and go on when there is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::exporting::ExportBar</name>
    <message numerus="yes">
        <source>%Ln row(s) → %1</source>
        <translation>
            <numerusform>%Ln row → %1</numerusform>
            <numerusform>%Ln rows → %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::exporting::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::models::Details</name>
    <message numerus="yes">
        <source>%Ln link(s) from the start</source>
        <translation>
            <numerusform>%Ln link from the start</numerusform>
            <numerusform>%Ln links from the start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::models::SidebarModel</name>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::models::Texts</name>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are running</source>
        <translation>
            <numerusform>%Ln is running</numerusform>
            <numerusform>%Ln are running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have files</source>
        <translation>
            <numerusform>%Ln has a file</numerusform>
            <numerusform>%Ln have files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln link(s)?</source>
        <translation>
            <numerusform>Remove %Ln link?</numerusform>
            <numerusform>Remove %Ln links?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the job “%1” with its %Ln link(s)?</source>
        <translation>
            <numerusform>Remove the job “%1” with its %Ln link?</numerusform>
            <numerusform>Remove the job “%1” with its %Ln links?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::recipes::RecipeEditor</name>
    <message numerus="yes">
        <source>There are %n pages already; leave one out first.</source>
        <translation>
            <numerusform>There is %n page already; leave it out first.</numerusform>
            <numerusform>There are %n pages already; leave one out first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page is large: only its first %n million characters are shown. All of it is looked into.</source>
        <translation>
            <numerusform>The page is large: only its first million characters are shown. All of it is looked into.</numerusform>
            <numerusform>The page is large: only its first %n million characters are shown. All of it is looked into.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s).</source>
        <translation>
            <numerusform>%Ln record.</numerusform>
            <numerusform>%Ln records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::recipes::RecordsPage</name>
    <message numerus="yes">
        <source>%Ln record(s) with this text</source>
        <translation>
            <numerusform>%Ln record with this text</numerusform>
            <numerusform>%Ln records with this text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln record(s).</source>
        <translation>
            <numerusform>Copied %Ln record.</numerusform>
            <numerusform>Copied %Ln records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::windows::DetailsPage</name>
    <message numerus="yes">
        <source>%Ln link(s) selected</source>
        <translation>
            <numerusform>%Ln link selected</numerusform>
            <numerusform>%Ln links selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) of unknown size</source>
        <translation>
            <numerusform>%Ln link of unknown size</numerusform>
            <numerusform>%Ln links of unknown size</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::windows::ExampleTour</name>
    <message numerus="yes">
        <source>The example has ended: %Ln page(s) and pictures were fetched, and the products are a table now.</source>
        <translation>
            <numerusform>The example has ended: %Ln page was fetched, and the products are a table now.</numerusform>
            <numerusform>The example has ended: %Ln pages and pictures were fetched, and the products are a table now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::windows::HostLimitDialog</name>
    <message numerus="yes">
        <source>%Ln host(s), each:</source>
        <translation>
            <numerusform>%Ln host:</numerusform>
            <numerusform>%Ln hosts, each:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::windows::ItemCommands</name>
    <message numerus="yes">
        <source>Copied %Ln cURL command(s).</source>
        <translation>
            <numerusform>Copied %Ln cURL command.</numerusform>
            <numerusform>Copied %Ln cURL commands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln line(s).</source>
        <translation>
            <numerusform>Copied %Ln line.</numerusform>
            <numerusform>Copied %Ln lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln link(s) in the queue.</source>
        <translation>
            <numerusform>Moved %Ln link in the queue.</numerusform>
            <numerusform>Moved %Ln links in the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln link(s): now at place %1 of %2 in the queue of the host.</source>
        <translation>
            <numerusform>Moved %Ln link: now at place %1 of %2 in the queue of the host.</numerusform>
            <numerusform>Moved %Ln links: now from place %1 of %2 on in the queue of the host.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::windows::MainWindow</name>
    <message numerus="yes">
        <source>%Ln download(s) are running. They go on at the next start. Quit?</source>
        <translation>
            <numerusform>%Ln download is running. It goes on at the next start. Quit?</numerusform>
            <numerusform>%Ln downloads are running. They go on at the next start. Quit?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) in the clipboard</source>
        <translation>
            <numerusform>%Ln link in the clipboard</numerusform>
            <numerusform>%Ln links in the clipboard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::windows::StatusLine</name>
    <message numerus="yes">
        <source>%Ln worker(s)</source>
        <translation>
            <numerusform>%Ln worker</numerusform>
            <numerusform>%Ln workers</numerusform>
        </translation>
    </message>
</context>
</TS>
