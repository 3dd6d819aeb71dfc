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
</context>
<context>
    <name>trawl::exporting::ExportFlow</name>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1</source>
        <translation>
            <numerusform>%Ln row exported to %1</numerusform>
            <numerusform>%Ln rows exported to %1</numerusform>
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
