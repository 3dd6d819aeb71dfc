<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>trawl::adding::AddDialog</name>
    <message>
        <source>Add links</source>
        <translation>添加链接</translation>
    </message>
    <message>
        <source>Progress of counting the list</source>
        <translation>统计列表的进度</translation>
    </message>
    <message>
        <source>Valid:</source>
        <translation>有效：</translation>
    </message>
    <message>
        <source>Duplicate:</source>
        <translation>重复：</translation>
    </message>
    <message>
        <source>Invalid:</source>
        <translation>无效：</translation>
    </message>
    <message>
        <source>Lines that will not be fetched</source>
        <translation>不会获取的行</translation>
    </message>
    <message>
        <source>Save &amp;in:</source>
        <translation>保存到(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Start now</source>
        <translation>立即开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>正在读取列表…</translation>
    </message>
    <message>
        <source>There is no link in it.</source>
        <translation>里面没有链接。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) will be added</source>
        <translation>
            <numerusform>将添加 %Ln 个链接</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2: %3</source>
        <translation>第 %1 行：%2：%3</translation>
    </message>
    <message>
        <source>%1, line %2: %3: %4</source>
        <translation>%1，第 %2 行：%3：%4</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>……以及更多</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Lines that will not be fetched are shown here.</source>
        <translation>不会获取的行显示在这里。</translation>
    </message>
</context>
<context>
    <name>trawl::adding::AddFlow</name>
    <message>
        <source>There is no text in the clipboard. Copy some links first.</source>
        <translation>剪贴板中没有文本。请先复制一些链接。</translation>
    </message>
    <message>
        <source>“%1” could not be added: %2</source>
        <translation>无法添加“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” could not be read to its end: %2</source>
        <translation>“%1”未能读到末尾：%2</translation>
    </message>
    <message>
        <source>Nothing new: “%1” is in the list already.</source>
        <translation>没有新内容：“%1”已在列表中。</translation>
    </message>
</context>
<context>
    <name>trawl::adding::DropTarget</name>
    <message numerus="yes">
        <source>%Ln list(s) will be read</source>
        <translation>
            <numerusform>将读取 %Ln 个列表</numerusform>
        </translation>
    </message>
    <message>
        <source>A list will be read</source>
        <translation>将读取一个列表</translation>
    </message>
    <message>
        <source>There is no link in it</source>
        <translation>里面没有链接</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) will be added</source>
        <translation>
            <numerusform>将添加 %Ln 个链接</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::adding::ImportBar</name>
    <message>
        <source>Progress of reading the list</source>
        <translation>读取列表的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading “%1”: %2 links</source>
        <translation>正在读取“%1”：%2 个链接</translation>
    </message>
</context>
<context>
    <name>trawl::app</name>
    <message>
        <source>Fetches lists of links: ten of them or a million.</source>
        <translation>下载链接列表：十个或一百万个都行。</translation>
    </message>
    <message>
        <source>A file with links, or a link; opens the add dialog.</source>
        <translation>含有链接的文件，或一个链接；会打开添加对话框。</translation>
    </message>
    <message>
        <source>The session to use; the default is your own.</source>
        <translation>要使用的会话；默认为您自己的会话。</translation>
    </message>
    <message>
        <source>trawl: there is no display to open a window on. Without a window, use:</source>
        <translation>trawl：没有可用于打开窗口的显示器。不使用窗口时，请运行：</translation>
    </message>
</context>
<context>
    <name>trawl::app::Application</name>
    <message>
        <source>The session cannot be used</source>
        <translation>无法使用会话</translation>
    </message>
    <message>
        <source>%1 cannot be used.</source>
        <translation>无法使用 %1。</translation>
    </message>
    <message>
        <source>%1

It stays as it is. You can use another session, %2, in the meantime.</source>
        <translation>%1

该文件保持原样。您可以暂时使用另一个会话 %2。</translation>
    </message>
    <message>
        <source>&amp;Use the other session</source>
        <translation>使用另一个会话(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>trawl::charts::SampleModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Bytes/s</source>
        <translation>字节/秒</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Failures/s</source>
        <translation>失败/秒</translation>
    </message>
</context>
<context>
    <name>trawl::charts::Scale</name>
    <message>
        <source>%1 B/s</source>
        <translation>%1 B/s</translation>
    </message>
    <message>
        <source>%1 KiB/s</source>
        <translation>%1 KiB/s</translation>
    </message>
    <message>
        <source>%1 MiB/s</source>
        <translation>%1 MiB/s</translation>
    </message>
    <message>
        <source>%1 GiB/s</source>
        <translation>%1 GiB/s</translation>
    </message>
    <message>
        <source>%1 TiB/s</source>
        <translation>%1 TiB/s</translation>
    </message>
</context>
<context>
    <name>trawl::charts::ThroughputChart</name>
    <message>
        <source>Time span of the chart</source>
        <translation>图表的时间范围</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>最近 1 分钟</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>最近 5 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最近 1 天</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Shows the points of the chart as a table</source>
        <translation>以表格显示图表中的数据点</translation>
    </message>
    <message>
        <source>Show the chart&apos;s points as a table</source>
        <translation>以表格显示图表中的数据点</translation>
    </message>
    <message>
        <source>Throughput chart: bytes and requests per second</source>
        <translation>吞吐量图表：每秒字节数和请求数</translation>
    </message>
    <message>
        <source>Points of the throughput chart</source>
        <translation>吞吐量图表的数据点</translation>
    </message>
    <message>
        <source>Bytes/s (left): %1</source>
        <translation>字节/秒（左）：%1</translation>
    </message>
    <message>
        <source>Requests/s (right): %1</source>
        <translation>请求/秒（右）：%1</translation>
    </message>
    <message>
        <source>The first point of this span is still to come</source>
        <translation>此范围还没有数据点</translation>
    </message>
    <message>
        <source>Nothing has been fetched yet</source>
        <translation>尚未获取任何内容</translation>
    </message>
</context>
<context>
    <name>trawl::charts::ThroughputPlot</name>
    <message>
        <source>-%1 s</source>
        <translation>-%1 秒</translation>
    </message>
    <message>
        <source>-%1 min</source>
        <translation>-%1 分</translation>
    </message>
    <message>
        <source>-%1 h</source>
        <translation>-%1 小时</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::Prompts</name>
    <message>
        <source>Quit Trawl?</source>
        <translation>退出 Trawl？</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留下(&amp;S)</translation>
    </message>
    <message>
        <source>Open lists</source>
        <translation>打开列表</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.tsv *.lst *.list *.urls *.meta4 *.metalink);;All files (*)</source>
        <translation>列表 (*.txt *.csv *.tsv *.lst *.list *.urls *.meta4 *.metalink);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save files in</source>
        <translation>文件保存到</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>导出结果</translation>
    </message>
</context>
<context>
    <name>trawl::exporting::ExportDialog</name>
    <message>
        <source>Export results</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>&amp;All links</source>
        <translation>全部链接(&amp;A)</translation>
    </message>
    <message>
        <source>Only what is s&amp;hown (job, status, search)</source>
        <translation>仅当前显示的内容（任务、状态、搜索）(&amp;H)</translation>
    </message>
    <message>
        <source>Only what &amp;failed</source>
        <translation>仅失败的内容(&amp;F)</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>格式(&amp;M)：</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <source>List of URLs</source>
        <translation>网址列表</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>trawl::exporting::ExportFlow</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>TSV (*.tsv)</source>
        <translation>TSV (*.tsv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl *.ndjson)</source>
        <translation>JSON Lines (*.jsonl *.ndjson)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>SQLite database (*.sqlite)</source>
        <translation>SQLite 数据库 (*.sqlite)</translation>
    </message>
    <message>
        <source>List of URLs (*.txt)</source>
        <translation>网址列表 (*.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1</source>
        <translation>
            <numerusform>已将 %Ln 行导出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>trawl::models::ItemModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
</context>
<context>
    <name>trawl::models::SidebarModel</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>trawl::models::Texts</name>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Draining</source>
        <translation>正在收尾</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped before it was done</source>
        <translation>在完成之前已停止</translation>
    </message>
    <message>
        <source>Not a valid URL: correct it and add it again</source>
        <translation>不是有效的 URL：请更正后重新添加</translation>
    </message>
    <message>
        <source>Only http and https can be fetched</source>
        <translation>只能获取 http 和 https</translation>
    </message>
    <message>
        <source>No such host: check the name</source>
        <translation>找不到该主机：请检查名称</translation>
    </message>
    <message>
        <source>The server cannot be reached or refused</source>
        <translation>无法连接服务器或连接被拒绝</translation>
    </message>
    <message>
        <source>No secure connection: the server&apos;s certificate was not accepted</source>
        <translation>无法建立安全连接：服务器的证书未被接受</translation>
    </message>
    <message>
        <source>The server did not answer in time</source>
        <translation>服务器未及时响应</translation>
    </message>
    <message>
        <source>The proxy failed: check the proxy setting</source>
        <translation>代理失败：请检查代理设置</translation>
    </message>
    <message>
        <source>The server answered with an error</source>
        <translation>服务器返回了错误</translation>
    </message>
    <message>
        <source>Too many redirects, or a loop of them</source>
        <translation>重定向次数过多或循环重定向</translation>
    </message>
    <message>
        <source>A redirect to nowhere that may be followed</source>
        <translation>重定向的目标无法跟随</translation>
    </message>
    <message>
        <source>The body ended early: it is incomplete</source>
        <translation>内容提前结束：不完整</translation>
    </message>
    <message>
        <source>The body came in broken pieces</source>
        <translation>内容的分块已损坏</translation>
    </message>
    <message>
        <source>The answer is no proper HTTP</source>
        <translation>响应不是正确的 HTTP</translation>
    </message>
    <message>
        <source>The body cannot be unpacked</source>
        <translation>内容无法解压</translation>
    </message>
    <message>
        <source>Larger than is allowed</source>
        <translation>超出允许的大小</translation>
    </message>
    <message>
        <source>The disk is full: make room, then Retry failed</source>
        <translation>磁盘已满：请腾出空间，然后点“重试失败项”</translation>
    </message>
    <message>
        <source>The file cannot be written: check the folder, then Retry failed</source>
        <translation>无法写入文件：请检查文件夹，然后点“重试失败项”</translation>
    </message>
    <message>
        <source>It crashed its worker, even when run alone</source>
        <translation>即使单独运行也会使工作进程崩溃</translation>
    </message>
    <message>
        <source>The same URL is further up in the list</source>
        <translation>列表前面已有相同的 URL</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>No worker process can be started: check the installation</source>
        <translation>无法启动工作进程：请检查安装</translation>
    </message>
    <message>
        <source>The session file cannot be used</source>
        <translation>无法使用会话文件</translation>
    </message>
    <message>
        <source>A fault of Trawl&apos;s own: please report it</source>
        <translation>Trawl 自身的错误：请报告</translation>
    </message>
    <message>
        <source>The server does not understand the request (%1)</source>
        <translation>服务器无法理解该请求（%1）</translation>
    </message>
    <message>
        <source>The server asks for a login (%1)</source>
        <translation>服务器要求登录（%1）</translation>
    </message>
    <message>
        <source>The server refuses access (%1)</source>
        <translation>服务器拒绝访问（%1）</translation>
    </message>
    <message>
        <source>Not there (%1): check the URL</source>
        <translation>不存在（%1）：请检查 URL</translation>
    </message>
    <message>
        <source>The proxy asks for a login (%1)</source>
        <translation>代理要求登录（%1）</translation>
    </message>
    <message>
        <source>The server waited too long (%1)</source>
        <translation>服务器等待超时（%1）</translation>
    </message>
    <message>
        <source>Gone for good (%1)</source>
        <translation>已永久删除（%1）</translation>
    </message>
    <message>
        <source>Too many requests (%1)</source>
        <translation>请求过多（%1）</translation>
    </message>
    <message>
        <source>Withheld for legal reasons (%1)</source>
        <translation>因法律原因不可用（%1）</translation>
    </message>
    <message>
        <source>The server has a fault (%1)</source>
        <translation>服务器内部错误（%1）</translation>
    </message>
    <message>
        <source>The server behind the gateway failed (%1)</source>
        <translation>网关后的服务器出错（%1）</translation>
    </message>
    <message>
        <source>The server is overloaded or in maintenance (%1)</source>
        <translation>服务器过载或正在维护（%1）</translation>
    </message>
    <message>
        <source>The server behind the gateway is too slow (%1)</source>
        <translation>网关后的服务器响应过慢（%1）</translation>
    </message>
    <message>
        <source>The server failed (%1)</source>
        <translation>服务器出错（%1）</translation>
    </message>
    <message>
        <source>The server answered with status %1</source>
        <translation>服务器返回了状态 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, again at %2</source>
        <translation>%1，将于 %2 重试</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation>%1 TiB</translation>
    </message>
    <message>
        <source>%1 PiB</source>
        <translation>%1 PiB</translation>
    </message>
    <message>
        <source>%1 EiB</source>
        <translation>%1 EiB</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>The file changed on the server</source>
        <translation>服务器上的文件已改变</translation>
    </message>
    <message>
        <source>The checksum is wrong: what came is kept under a name that says so</source>
        <translation>校验和不符：收到的内容已另存，文件名中注明</translation>
    </message>
    <message>
        <source>No network: it goes on when it is back</source>
        <translation>没有网络：恢复后继续</translation>
    </message>
    <message>
        <source>Slower than the job&apos;s least speed</source>
        <translation>低于任务的最低速度</translation>
    </message>
    <message>
        <source>A file of that name is there and stays</source>
        <translation>已有同名文件，予以保留</translation>
    </message>
    <message>
        <source>The site&apos;s robots.txt forbids it</source>
        <translation>网站的 robots.txt 禁止访问</translation>
    </message>
    <message>
        <source>The page cannot be read</source>
        <translation>无法解析该页面</translation>
    </message>
    <message>
        <source>The page lacks a field that is required</source>
        <translation>页面缺少必需的字段</translation>
    </message>
    <message>
        <source>A redirect led out of what is crawled</source>
        <translation>重定向到了抓取范围之外</translation>
    </message>
</context>
<context>
    <name>trawl::models::WorkerModel</name>
    <message>
        <source>Worker</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>已完成任务</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU 时间</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Loop lag</source>
        <translation>循环延迟</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Last exit</source>
        <translation>上次退出</translation>
    </message>
</context>
<context>
    <name>trawl::windows::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Links</source>
        <translation>链接(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Paste links</source>
        <translation>粘贴链接(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open list…</source>
        <translation>打开列表(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export the results to a file</source>
        <translation>将结果导出到文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Start the selected links, or all</source>
        <translation>开始选中的链接，或全部</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause the selected links, or all</source>
        <translation>暂停选中的链接，或全部</translation>
    </message>
    <message>
        <source>&amp;Retry failed</source>
        <translation>重试失败项(&amp;R)</translation>
    </message>
    <message>
        <source>Try the selected failed links again, or all that failed</source>
        <translation>重试选中的失败链接，或所有失败的链接</translation>
    </message>
    <message>
        <source>Pause or resume the selected</source>
        <translation>暂停或继续选中项</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>打开文件(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy links</source>
        <translation>复制链接(&amp;C)</translation>
    </message>
    <message>
        <source>Copy reasons</source>
        <translation>复制原因</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add links or lists</source>
        <translation>添加链接或列表</translation>
    </message>
</context>
<context>
    <name>trawl::windows::EmptyPage</name>
    <message>
        <source>Drop links, a list or a page here</source>
        <translation>将链接、列表或网页拖放到这里</translation>
    </message>
    <message>
        <source>&amp;Paste links</source>
        <translation>粘贴链接(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open list…</source>
        <translation>打开列表(&amp;O)…</translation>
    </message>
    <message>
        <source>Any text with links in it will do: ten of them or a million.</source>
        <translation>任何含有链接的文本都可以：十个或一百万个都行。</translation>
    </message>
</context>
<context>
    <name>trawl::windows::ItemTable</name>
    <message>
        <source>No link matches.</source>
        <translation>没有匹配的链接。</translation>
    </message>
</context>
<context>
    <name>trawl::windows::LogPage</name>
    <message>
        <source>Nothing to report.</source>
        <translation>暂无消息。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>trawl::windows::MainWindow</name>
    <message>
        <source>Jobs and statuses</source>
        <translation>任务和状态</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Chart, workers and log</source>
        <translation>图表、工作进程和日志</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Resume or retry</source>
        <translation>继续或重试</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>A list is still being read. What was read is kept. Quit?</source>
        <translation>仍在读取列表。已读取的部分会保留。要退出吗？</translation>
    </message>
    <message numerus="yes">
        <source>%Ln download(s) are running. They go on at the next start. Quit?</source>
        <translation>
            <numerusform>有 %Ln 个下载正在进行，下次启动时会继续。要退出吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>更多菜单</translation>
    </message>
</context>
<context>
    <name>trawl::windows::StatusLine</name>
    <message>
        <source>%1/%2 done</source>
        <translation>已完成 %1/%2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>正在等待网络</translation>
    </message>
    <message>
        <source>off by the schedule</source>
        <translation>按时间表暂停</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 个已暂停</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s)</source>
        <translation>
            <numerusform>%Ln 个工作进程</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · Trawl</source>
        <translation>%1 · Trawl</translation>
    </message>
</context>
<context>
    <name>trawl::windows::Toolbar</name>
    <message>
        <source>Limit</source>
        <translation>限速</translation>
    </message>
    <message>
        <source>Speed limit for everything</source>
        <translation>总速度限制</translation>
    </message>
    <message>
        <source>Search the links</source>
        <translation>搜索链接</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
    <message>
        <source>Workers %1</source>
        <translation>工作进程 %1</translation>
    </message>
</context>
<context>
    <name>trawl::windows::WorkersPage</name>
    <message>
        <source>Workers</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>End the process at once; what it was doing goes to another worker</source>
        <translation>立即结束进程；它正在做的工作会交给另一个进程</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>Give it nothing new and let it finish what it is doing</source>
        <translation>不再分配新工作，让它完成手头的工作</translation>
    </message>
    <message>
        <source>Recycle</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>Let it finish what it is doing, then start it afresh</source>
        <translation>让它完成手头的工作，然后重新启动</translation>
    </message>
</context>
</TS>
