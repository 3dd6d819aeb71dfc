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
        <source>Save &amp;in:</source>
        <translation>保存到(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
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
        <source>There is no link in it; %Ln invalid line(s) would be added as failed</source>
        <translation>
            <numerusform>里面没有链接；%Ln 个无效行会作为失败项添加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) will be added</source>
        <translation>
            <numerusform>将添加 %Ln 个链接</numerusform>
        </translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Links to add</source>
        <translation>要添加的链接</translation>
    </message>
    <message>
        <source>Type or paste links here, one a line. [001-100], [a-z] and {a,b} stand for many.</source>
        <translation>在此输入或粘贴链接，每行一个。[001-100]、[a-z] 和 {a,b} 代表多个。</translation>
    </message>
    <message>
        <source>The same link again with nothing else said of it: it becomes a skipped row.</source>
        <translation>同一链接重复出现且没有其他说明：它会成为“已跳过”的一行。</translation>
    </message>
    <message>
        <source>Already in the session:</source>
        <translation>会话中已有：</translation>
    </message>
    <message>
        <source>Links that a job of this session has, too. They are added all the same: a job of its own fetches them into its own folder.</source>
        <translation>会话中的其他任务也有这些链接。仍会添加：新任务会把它们取到自己的文件夹。</translation>
    </message>
    <message>
        <source>Lines that are no link which could be fetched: each becomes a failed row with its reason.</source>
        <translation>不是可获取的链接的行：每行都会成为“失败”的一行并注明原因。</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>不添加：</translation>
    </message>
    <message>
        <source>Links of hosts that are not ticked: they are not added.</source>
        <translation>未勾选主机的链接：不会添加。</translation>
    </message>
    <message>
        <source>&amp;Recipe:</source>
        <translation>配方(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Job settings…</source>
        <translation>任务设置(&amp;J)…</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>No links yet</source>
        <translation>还没有链接</translation>
    </message>
    <message>
        <source>More than %1 links will be added</source>
        <translation>将添加超过 %1 个链接</translation>
    </message>
    <message numerus="yes">
        <source>from %Ln list(s)</source>
        <translation>
            <numerusform>来自 %Ln 个列表</numerusform>
        </translation>
    </message>
    <message>
        <source>The session has this link already, in another job.</source>
        <translation>会话中的另一任务已有此链接。</translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <translation>请给出文件夹的完整路径。</translation>
    </message>
    <message>
        <source>Too little room: the list asks for %1, and %2 are free.</source>
        <translation>空间不足：列表需要 %1，可用 %2。</translation>
    </message>
    <message>
        <source>Little room: only %1 are free.</source>
        <translation>空间很少：仅剩 %1。</translation>
    </message>
    <message>
        <source>%1 are free</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>Before the &amp;other jobs</source>
        <translation>排在其他任务之前(&amp;O)</translation>
    </message>
    <message>
        <source>%p %</source>
        <translation>%p%</translation>
    </message>
    <message>
        <source>&amp;File name:</source>
        <translation>文件名(&amp;F)：</translation>
    </message>
    <message>
        <source>The name that the file gets. Empty: the server says it.</source>
        <translation>文件的名称。留空则由服务器决定。</translation>
    </message>
    <message>
        <source>as the server says</source>
        <translation>由服务器决定</translation>
    </message>
    <message>
        <source>Job &amp;name:</source>
        <translation>任务名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Remove the pasted lines</source>
        <translation>移除粘贴的行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pasted line(s) are read, too: too much text to be shown here.</source>
        <translation>
            <numerusform>还会读取粘贴的 %Ln 行：文本太长，无法在此显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a file. Choose a folder.</source>
        <translation>%1 是一个文件。请选择文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be written to. Choose another folder.</source>
        <translation>无法写入 %1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>正在查看文件夹…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate(s) as skipped</source>
        <translation>
            <numerusform>%Ln 个重复项作为跳过项添加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invalid line(s) as failed</source>
        <translation>
            <numerusform>%Ln 个无效行作为失败项添加</numerusform>
        </translation>
    </message>
    <message>
        <source>(and %1)</source>
        <translation>（另有%1）</translation>
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
        <source>Not all of “%1” could be used: %2</source>
        <translation>“%1”的内容未能全部采用：%2</translation>
    </message>
    <message>
        <source>Nothing new: “%1” is in the list already.</source>
        <translation>没有新内容：“%1”已在列表中。</translation>
    </message>
    <message>
        <source>“%1” could not be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
</context>
<context>
    <name>trawl::adding::CellModel</name>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>trawl::adding::ColumnsPage</name>
    <message>
        <source>The first row holds names</source>
        <translation>第一行是列名</translation>
    </message>
    <message>
        <source>Columns are separated b&amp;y:</source>
        <translation>列的分隔符(&amp;Y)：</translation>
    </message>
    <message>
        <source>The first rows of the table</source>
        <translation>表格的前几行</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>As detected</source>
        <translation>按自动识别</translation>
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
    <message numerus="yes">
        <source>%Ln list(s) and all in the folders will be read</source>
        <translation>
            <numerusform>将读取 %Ln 个列表以及文件夹中的所有列表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All lists in %Ln folder(s) will be read</source>
        <translation>
            <numerusform>将读取 %Ln 个文件夹中的所有列表</numerusform>
        </translation>
    </message>
    <message>
        <source>All lists in “%1” will be read</source>
        <translation>将读取“%1”中的所有列表</translation>
    </message>
    <message>
        <source>Drop to add</source>
        <translation>松开即可添加</translation>
    </message>
</context>
<context>
    <name>trawl::adding::FolderBox</name>
    <message>
        <source>Folder for the files</source>
        <translation>保存文件的文件夹</translation>
    </message>
</context>
<context>
    <name>trawl::adding::HeaderModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>“%1” is no name of a header, or its value is no single line.</source>
        <translation>“%1”不是请求头名称，或其值不是单行。</translation>
    </message>
    <message>
        <source>Trawl sets “%1” itself.</source>
        <translation>“%1”由 Trawl 自行设置。</translation>
    </message>
</context>
<context>
    <name>trawl::adding::HostModel</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
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
    <message>
        <source>%p %</source>
        <translation>%p%</translation>
    </message>
</context>
<context>
    <name>trawl::adding::JobSettingsDialog</name>
    <message>
        <source>Job settings</source>
        <translation>任务设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置的页面</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Save bodies as files</source>
        <translation>将正文存为文件(&amp;S)</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} as the server or the link says, {stem} and {ext} its two sides, {host}, {path} folders of the link, {index} or {index:05}, {job}, {date} or {date:yyyy-MM}, {field:title} of a recipe. A / makes folders.</source>
        <translation>{name} 为服务器或链接给出的名称，{stem} 和 {ext} 为其两部分，{host} 主机，{path} 链接中的文件夹，{index} 或 {index:05} 序号，{job} 任务，{date} 或 {date:yyyy-MM} 日期，{field:title} 配方的字段。/ 会建立文件夹。</translation>
    </message>
    <message>
        <source>&amp;Largest file:</source>
        <translation>最大文件(&amp;L)：</translation>
    </message>
    <message>
        <source>like 2G; 0 = no limit</source>
        <translation>如 2G；0 = 不限</translation>
    </message>
    <message>
        <source>Compute the SHA-256 of each file</source>
        <translation>计算每个文件的 SHA-256</translation>
    </message>
    <message>
        <source>Check against SHA256SUMS or MD5SUMS beside the file</source>
        <translation>用文件旁的 SHA256SUMS 或 MD5SUMS 核对</translation>
    </message>
    <message>
        <source>Keep the link in the file&apos;s &amp;attributes</source>
        <translation>在文件属性中保留链接(&amp;A)</translation>
    </message>
    <message>
        <source>Speed and manners</source>
        <translation>速度与超时</translation>
    </message>
    <message>
        <source>Limit of the &amp;job:</source>
        <translation>任务限速(&amp;J)：</translation>
    </message>
    <message>
        <source>bytes a second, like 500k or 2M; 0 = no limit</source>
        <translation>每秒字节数，如 500k 或 2M；0 = 不限</translation>
    </message>
    <message>
        <source>Limit of each &amp;file:</source>
        <translation>单个文件限速(&amp;F)：</translation>
    </message>
    <message>
        <source>Connections for &amp;one large file:</source>
        <translation>一个大文件的连接数(&amp;O)：</translation>
    </message>
    <message>
        <source>like 16M</source>
        <translation>如 16M</translation>
    </message>
    <message>
        <source>Seconds to &amp;connect:</source>
        <translation>连接超时秒数(&amp;C)：</translation>
    </message>
    <message>
        <source>Seconds to the a&amp;nswer:</source>
        <translation>响应超时秒数(&amp;N)：</translation>
    </message>
    <message>
        <source>Seconds &amp;without a byte:</source>
        <translation>无数据超时秒数(&amp;W)：</translation>
    </message>
    <message>
        <source>Seconds for one a&amp;ttempt:</source>
        <translation>单次尝试最长秒数(&amp;T)：</translation>
    </message>
    <message>
        <source>0 = no limit</source>
        <translation>0 = 不限</translation>
    </message>
    <message>
        <source>&amp;Slowest that is let go on:</source>
        <translation>允许的最低速度(&amp;S)：</translation>
    </message>
    <message>
        <source>bytes a second over the time below; 0 = any</source>
        <translation>下列时间内每秒字节数；0 = 任意</translation>
    </message>
    <message>
        <source>like 429,503; none</source>
        <translation>如 429,503；none 表示无</translation>
    </message>
    <message>
        <source>Most &amp;redirects:</source>
        <translation>最多重定向次数(&amp;R)：</translation>
    </message>
    <message>
        <source>Follow redirects from https to &amp;http, too</source>
        <translation>也跟随从 https 到 http 的重定向(&amp;H)</translation>
    </message>
    <message>
        <source>Let &amp;public pages lead to addresses of your own network</source>
        <translation>允许公开页面指向您自己网络中的地址(&amp;P)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>User a&amp;gent:</source>
        <translation>用户代理(&amp;G)：</translation>
    </message>
    <message>
        <source>&amp;Headers:</source>
        <translation>请求头(&amp;H)：</translation>
    </message>
    <message>
        <source>Headers of each request</source>
        <translation>每个请求的请求头</translation>
    </message>
    <message>
        <source>A&amp;dd header</source>
        <translation>添加请求头(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move header</source>
        <translation>移除请求头(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>用户(&amp;U)：</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>密码(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>令牌(&amp;T)：</translation>
    </message>
    <message>
        <source>sent as “Authorization: Bearer …”</source>
        <translation>以“Authorization: Bearer …”发送</translation>
    </message>
    <message>
        <source>&amp;Keep cookies with the job</source>
        <translation>随任务保存 Cookie(&amp;K)</translation>
    </message>
    <message>
        <source>Send no cookies back</source>
        <translation>不发回 Cookie</translation>
    </message>
    <message>
        <source>Cookie &amp;file:</source>
        <translation>Cookie 文件(&amp;F)：</translation>
    </message>
    <message>
        <source>cookies.txt of a browser, to begin with</source>
        <translation>浏览器的 cookies.txt，作为起始</translation>
    </message>
    <message>
        <source>Passwords &amp;in:</source>
        <translation>密码文件(&amp;I)：</translation>
    </message>
    <message>
        <source>a .netrc file</source>
        <translation>.netrc 文件</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>代理(&amp;X)：</translation>
    </message>
    <message>
        <source>none; system; or like socks5://host:1080</source>
        <translation>空 = 无；system；或如 socks5://host:1080</translation>
    </message>
    <message>
        <source>HTTP &amp;version:</source>
        <translation>HTTP 版本(&amp;V)：</translation>
    </message>
    <message>
        <source>the system’s</source>
        <translation>系统的</translation>
    </message>
    <message>
        <source>Our &amp;own certificate:</source>
        <translation>自己的证书(&amp;O)：</translation>
    </message>
    <message>
        <source>Its ke&amp;y:</source>
        <translation>其密钥(&amp;Y)：</translation>
    </message>
    <message>
        <source>in the same file</source>
        <translation>在同一文件中</translation>
    </message>
    <message>
        <source>Do not check the servers&apos; &amp;certificates</source>
        <translation>不检查服务器的证书(&amp;C)</translation>
    </message>
    <message>
        <source>⚠ Anybody on the way can then read and change what is fetched, and passwords, too.</source>
        <translation>⚠ 途中的任何人都能读取和篡改所获取的内容，包括密码。</translation>
    </message>
    <message>
        <source>Scrape</source>
        <translation>抓取</translation>
    </message>
    <message>
        <source>&amp;Edit recipe…</source>
        <translation>编辑配方(&amp;E)…</translation>
    </message>
    <message>
        <source>Follow links so &amp;deep:</source>
        <translation>跟随链接的深度(&amp;D)：</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Follow links to &amp;hosts:</source>
        <translation>跟随到哪些主机(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Most pages:</source>
        <translation>最多页面数(&amp;M)：</translation>
    </message>
    <message>
        <source>Obey &amp;robots.txt</source>
        <translation>遵守 robots.txt(&amp;R)</translation>
    </message>
    <message>
        <source>Leave links &amp;alone that say nofollow</source>
        <translation>不跟随标有 nofollow 的链接(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Slow down when the host answers slowly</source>
        <translation>主机响应慢时放慢(&amp;S)</translation>
    </message>
    <message>
        <source>a number of bytes is needed, like 500k or 1.5M</source>
        <translation>需要字节数，如 500k 或 1.5M</translation>
    </message>
    <message>
        <source>a number of seconds is needed, like 0.5 or 30</source>
        <translation>需要秒数，如 0.5 或 30</translation>
    </message>
    <message>
        <source>codes with commas between are needed, like 429,503</source>
        <translation>需要用逗号分隔的状态码，如 429,503</translation>
    </message>
    <message>
        <source>this is no token</source>
        <translation>这不是令牌</translation>
    </message>
    <message>
        <source>“system” is needed, or an address that begins with http://, https:// or socks5://</source>
        <translation>需要“system”，或以 http://、https:// 或 socks5:// 开头的地址</translation>
    </message>
    <message>
        <source>only the link&apos;s own</source>
        <translation>仅链接自身的主机</translation>
    </message>
    <message>
        <source>of the same domain</source>
        <translation>同一域名</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>This job has no recipe: it fetches files only. A recipe is chosen when links are added.</source>
        <translation>此任务没有配方：只获取文件。添加链接时可选择配方。</translation>
    </message>
    <message>
        <source>Pages: %1</source>
        <translation>页面：%1</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>列：%1</translation>
    </message>
    <message>
        <source>It follows no links.</source>
        <translation>不跟随链接。</translation>
    </message>
    <message>
        <source>My job</source>
        <translation>我的任务</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 变为 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Give files the server&apos;s time</source>
        <translation>文件使用服务器的时间</translation>
    </message>
    <message>
        <source>A file is large from:</source>
        <translation>从多大起算大文件：</translation>
    </message>
    <message>
        <source>Show secrets</source>
        <translation>显示保密内容</translation>
    </message>
    <message>
        <source>Trusted certificates:</source>
        <translation>受信任的证书：</translation>
    </message>
    <message>
        <source>&amp;Names of files:</source>
        <translation>文件命名(&amp;N)：</translation>
    </message>
    <message>
        <source>When a file of that name is &amp;there:</source>
        <translation>同名文件已存在时(&amp;T)：</translation>
    </message>
    <message>
        <source>Recipe:</source>
        <translation>配方：</translation>
    </message>
    <message>
        <source>Retry on HTTP status:</source>
        <translation>遇到这些 HTTP 状态码时重试：</translation>
    </message>
    <message>
        <source>Measured over so many seconds:</source>
        <translation>测速的时间（秒）：</translation>
    </message>
</context>
<context>
    <name>trawl::adding::LinkModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>With</source>
        <translation>附带</translation>
    </message>
</context>
<context>
    <name>trawl::adding::LinkWords</name>
    <message>
        <source>Name: %1</source>
        <translation>名称：%1</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>文件夹：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mirror(s)</source>
        <translation>
            <numerusform>%Ln 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>User: %1, password: %2</source>
        <translation>用户：%1，密码：%2</translation>
    </message>
</context>
<context>
    <name>trawl::adding::PatternModel</name>
    <message>
        <source>Pattern</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>too many to count</source>
        <translation>多得数不清</translation>
    </message>
</context>
<context>
    <name>trawl::adding::ProblemModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why it is not fetched</source>
        <translation>不获取的原因</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>trawl::adding::RecipeBox</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Ne&amp;w…</source>
        <translation>新建(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Choose a recipe</source>
        <translation>选择配方</translation>
    </message>
    <message>
        <source>Make a new recipe</source>
        <translation>新建配方</translation>
    </message>
    <message>
        <source>Edit the recipe</source>
        <translation>编辑配方</translation>
    </message>
    <message>
        <source>%1 is no recipe: %2</source>
        <translation>%1 不是配方：%2</translation>
    </message>
    <message>
        <source>None: fetch the files only</source>
        <translation>无：只获取文件</translation>
    </message>
</context>
<context>
    <name>trawl::adding::ReviewTabs</name>
    <message>
        <source>Format:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>Links, one a line</source>
        <translation>每行一个链接</translation>
    </message>
    <message>
        <source>Text with links in it</source>
        <translation>含链接的文本</translation>
    </message>
    <message>
        <source>cURL configuration</source>
        <translation>cURL 配置</translation>
    </message>
    <message>
        <source>Sitemap</source>
        <translation>站点地图</translation>
    </message>
    <message>
        <source>cURL commands</source>
        <translation>cURL 命令</translation>
    </message>
    <message>
        <source>Feed, OPML, bookmarks</source>
        <translation>订阅源、OPML、书签</translation>
    </message>
    <message>
        <source>What is in the list</source>
        <translation>列表内容</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>The first links are shown here.</source>
        <translation>此处显示最前面的链接。</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>The hosts of the links are shown here.</source>
        <translation>此处显示链接的主机。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Every line can be used. What could not be would be shown here, with the reason.</source>
        <translation>每一行都可用。不可用的行会连同原因显示在此。</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Links like http://a.example/[001-100].jpg are shown here.</source>
        <translation>此处显示形如 http://a.example/[001-100].jpg 的链接。</translation>
    </message>
    <message>
        <source>These patterns stand for &amp;many links</source>
        <translation>这些模式代表多个链接(&amp;M)</translation>
    </message>
    <message>
        <source>The first lines of the list</source>
        <translation>列表的前几行</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>编码(&amp;E)：</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>问题 (%1)</translation>
    </message>
    <message>
        <source>Hosts (%1)</source>
        <translation>主机 (%1)</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>……还有 %1 个</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Detected: %1</source>
        <translation>自动识别：%1</translation>
    </message>
</context>
<context>
    <name>trawl::adding::RoleHeader</name>
    <message>
        <source>(ignored)</source>
        <translation>（忽略）</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>File with folder</source>
        <translation>带文件夹的文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Referer</source>
        <translation>来源页 (Referer)</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Mirrors</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>大小（字节）</translation>
    </message>
    <message>
        <source>Size, from 1000 bytes on</source>
        <translation>大小（1000 字节起）</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>What column %1 is</source>
        <translation>第 %1 列的含义</translation>
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
    <message>
        <source>trawl: the window that has %1 open (process %2) does not answer. End that process, or use another session: trawl --session FILE</source>
        <translation>trawl：打开了 %1 的窗口（进程 %2）没有响应。请结束该进程，或使用另一个会话：trawl --session FILE</translation>
    </message>
    <message>
        <source>trawl: another version of Trawl (process %2) has %1 open. Quit it first, or use another session: trawl --session FILE</source>
        <translation>trawl：另一个版本的 Trawl（进程 %2）已打开 %1。请先退出它，或使用另一个会话：trawl --session FILE</translation>
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
    <message>
        <source>Other programs cannot reach this window: %1</source>
        <translation>其他程序无法连接到此窗口：%1</translation>
    </message>
</context>
<context>
    <name>trawl::charts::ChartPage</name>
    <message>
        <source>What the chart shows</source>
        <translation>图表显示的内容</translation>
    </message>
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
        <source>Forget the selected time (Esc)</source>
        <translation>取消所选时间（Esc）</translation>
    </message>
    <message>
        <source>Forget the selected time</source>
        <translation>取消所选时间</translation>
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
        <translation>以表格显示图表的数据点</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>图表：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The first point of this span is still to come</source>
        <translation>此时段的第一个数据点尚未到来</translation>
    </message>
    <message>
        <source>Nothing has been fetched yet</source>
        <translation>尚未获取任何内容</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>trawl::charts::Curves</name>
    <message>
        <source>Bytes/s</source>
        <translation>字节/秒</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>Failures/s</source>
        <translation>失败/秒</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>2xx</source>
        <translation>2xx</translation>
    </message>
    <message>
        <source>3xx</source>
        <translation>3xx</translation>
    </message>
    <message>
        <source>4xx</source>
        <translation>4xx</translation>
    </message>
    <message>
        <source>5xx</source>
        <translation>5xx</translation>
    </message>
    <message>
        <source>Other failures</source>
        <translation>其他失败</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Bytes received each second (left), requests that ended and how many of these failed (right)</source>
        <translation>每秒接收的字节（左），每秒结束的请求及其中失败的数量（右）</translation>
    </message>
    <message>
        <source>Requests that are under way at once</source>
        <translation>同时进行的请求数</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>The time to an answer&apos;s first byte: 50, 95 and 99 % of the answers came within it</source>
        <translation>收到响应首字节的时间：50%、95%、99% 的响应在此时间内到达</translation>
    </message>
    <message>
        <source>Status mix</source>
        <translation>状态分布</translation>
    </message>
    <message>
        <source>What was answered, on top of one another: requests each second by the class of their status code</source>
        <translation>按状态码类别堆叠显示的每秒请求数</translation>
    </message>
</context>
<context>
    <name>trawl::charts::Plot</name>
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
        <translation>-%1 时</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>trawl::charts::SampleModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>trawl::charts::SampleTable</name>
    <message>
        <source>Points of the chart</source>
        <translation>图表的数据点</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;table as TSV</source>
        <translation>以 TSV 复制表格(&amp;T)</translation>
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
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 kB/s</source>
        <translation>%1 kB/s</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <translation>%1 MB/s</translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation>%1 GB/s</translation>
    </message>
    <message>
        <source>%1 TB/s</source>
        <translation>%1 TB/s</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::AfterJobs</name>
    <message>
        <source>&amp;Stop that</source>
        <translation>取消(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>立即执行(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>All jobs have ended. Trawl quits in %Ln second(s).</source>
        <translation>
            <numerusform>所有任务已结束。Trawl 将在 %Ln 秒后退出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All jobs have ended. “%1” runs in %Ln second(s).</source>
        <translation>
            <numerusform>所有任务已结束。“%1”将在 %Ln 秒后运行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::desktop::BytesEdit</name>
    <message>
        <source>%1: unit</source>
        <translation>%1：单位</translation>
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
    <name>trawl::desktop::Notifications</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Search the preferences</source>
        <translation>搜索首选项</translation>
    </message>
    <message>
        <source>Groups of preferences</source>
        <translation>首选项分组</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>What this page shows becomes as it is in a new installation</source>
        <translation>把本页恢复为全新安装时的设置</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>label of a setting</comment>
        <translation>%1：</translation>
    </message>
    <message>
        <source>No preference has these words.</source>
        <translation>没有包含这些字词的首选项。</translation>
    </message>
    <message>
        <source>Some of it takes effect when Trawl starts again.</source>
        <translation>部分更改在 Trawl 重新启动后生效。</translation>
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
        <source>Save files in</source>
        <translation>文件保存到</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>不再询问(&amp;D)</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Remove?</source>
        <translation>移除？</translation>
    </message>
    <message>
        <source>&amp;Also delete the files</source>
        <translation>同时删除文件(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Lists (%1)</source>
        <translation>列表 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>Recipes (*.toml *.json);;All files (*)</source>
        <translation>配方 (*.toml *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>TOML (*.toml);;JSON (*.json)</source>
        <translation>TOML (*.toml);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The page could not be opened: this desktop has no browser. Open it by hand: %1</source>
        <translation>无法打开该网页：此桌面没有浏览器。请手动打开：%1</translation>
    </message>
    <message>
        <source>The folder could not be opened: this desktop has no file manager. Open it by hand: %1</source>
        <translation>无法打开该文件夹：此桌面没有文件管理器。请手动打开：%1</translation>
    </message>
    <message>
        <source>“%1” could not be opened: this desktop has no program for it. Choose one in the desktop&apos;s settings, or open it by hand: %2</source>
        <translation>无法打开“%1”：此桌面没有能打开它的程序。请在桌面设置中选择一个，或手动打开：%2</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::RoomWatch</name>
    <message numerus="yes">
        <source>There is no room left on the disk of %1. %Ln link(s) wait and go on when there is.</source>
        <translation>
            <numerusform>%1 所在的磁盘已没有空间。%Ln 个链接在等待，有空间后会继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go on now</source>
        <translation>现在继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Leave them paused</source>
        <translation>保持暂停(&amp;L)</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::ScheduleWords</name>
    <message>
        <source>“%1” comes too late: what is behind “%2” never holds.</source>
        <translation>“%1”的位置太靠后：写在“%2”之后的内容不会生效。</translation>
    </message>
    <message>
        <source>else</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>“%1” is not understood. A span looks like “%2”.</source>
        <translation>无法理解“%1”。时段形如“%2”。</translation>
    </message>
    <message>
        <source>22:00–07:00 full</source>
        <translation>22:00–07:00 全速</translation>
    </message>
    <message>
        <source>“%1” is no time of day.</source>
        <translation>“%1”不是时间。</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>“%1” is no speed. Write “full”, “off” or, say, “500k” or “2M”.</source>
        <translation>“%1”不是速度。请写“全速”、“停止”，或如“500k”、“2M”。</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::SettingEditor</name>
    <message>
        <source>A folder&apos;s path begins with “/”.</source>
        <translation>文件夹路径以“/”开头。</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::SettingProblems</name>
    <message>
        <source>At character %1: %2</source>
        <translation>第 %1 个字符：%2</translation>
    </message>
    <message>
        <source>An address looks like “http://proxy.example:3128” or “socks5://127.0.0.1:1080”.</source>
        <translation>地址形如“http://proxy.example:3128”或“socks5://127.0.0.1:1080”。</translation>
    </message>
    <message>
        <source>It may hold ASCII letters, digits and signs only.</source>
        <translation>只能包含 ASCII 字母、数字和符号。</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::Settings</name>
    <message>
        <source>The setting “%1” could not be read and is as usual again; what it was, “%2”, is kept in %3.</source>
        <translation>设置“%1”无法读取，已恢复默认；原来的值“%2”保存在 %3 中。</translation>
    </message>
    <message>
        <source>%1 is damaged: settings may be missing. A copy of it is kept as %2.</source>
        <translation>%1 已损坏：可能缺少一些设置。其副本保存为 %2。</translation>
    </message>
    <message>
        <source>give the new one a number</source>
        <translation>给新文件加编号</translation>
    </message>
    <message>
        <source>replace the old one</source>
        <translation>替换旧文件</translation>
    </message>
    <message>
        <source>keep the old one and skip the link</source>
        <translation>保留旧文件并跳过该链接</translation>
    </message>
    <message>
        <source>replace it if the server&apos;s is newer</source>
        <translation>服务器上的较新时替换</translation>
    </message>
    <message>
        <source>do nothing</source>
        <translation>什么都不做</translation>
    </message>
    <message>
        <source>quit Trawl</source>
        <translation>退出 Trawl</translation>
    </message>
    <message>
        <source>run a command</source>
        <translation>运行命令</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>as the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>this one:</source>
        <translation>使用以下代理：</translation>
    </message>
    <message>
        <source>the newest that the server speaks</source>
        <translation>服务器支持的最新版本</translation>
    </message>
    <message>
        <source>HTTP/1.1 only</source>
        <translation>仅 HTTP/1.1</translation>
    </message>
    <message>
        <source>HTTP/2 where it can be had</source>
        <translation>可用时使用 HTTP/2</translation>
    </message>
    <message>
        <source>IEC: 1 MiB is 1024 × 1024 bytes</source>
        <translation>IEC：1 MiB 为 1024 × 1024 字节</translation>
    </message>
    <message>
        <source>SI: 1 MB is 1000 × 1000 bytes</source>
        <translation>SI：1 MB 为 1000 × 1000 字节</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Save new jobs in</source>
        <translation>新任务保存到(&amp;S)</translation>
    </message>
    <message>
        <source>The folder that is offered for the next job.</source>
        <translation>为下一个任务预填的文件夹。</translation>
    </message>
    <message>
        <source>Start new &amp;jobs at once</source>
        <translation>立即开始新任务(&amp;J)</translation>
    </message>
    <message>
        <source>Else they wait until you start them.</source>
        <translation>否则等您手动开始。</translation>
    </message>
    <message>
        <source>&amp;Names of files</source>
        <translation>文件命名(&amp;N)</translation>
    </message>
    <message>
        <source>How new jobs call their files: {name} is what the server calls it, {host} the host, {index} the place in the list; a / makes a folder.</source>
        <translation>新任务如何命名文件：{name} 是服务器给出的名称，{host} 是主机，{index} 是在列表中的序号；/ 表示文件夹。</translation>
    </message>
    <message>
        <source>When a file of that name is &amp;there</source>
        <translation>同名文件已存在时(&amp;T)</translation>
    </message>
    <message>
        <source>What new jobs do when a file of that name exists already.</source>
        <translation>新任务遇到同名文件时的做法。</translation>
    </message>
    <message>
        <source>When &amp;all jobs have ended</source>
        <translation>所有任务结束后(&amp;A)</translation>
    </message>
    <message>
        <source>It can be stopped for 30 seconds before it happens.</source>
        <translation>执行前有 30 秒可以取消。</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>命令(&amp;C)</translation>
    </message>
    <message>
        <source>A command line for the shell, such as “systemctl suspend”.</source>
        <translation>交给 shell 的命令行，例如“systemctl suspend”。</translation>
    </message>
    <message>
        <source>&amp;Worker processes</source>
        <translation>工作进程(&amp;W)</translation>
    </message>
    <message>
        <source>How many processes fetch and read pages side by side.</source>
        <translation>同时下载和解析网页的进程数。</translation>
    </message>
    <message>
        <source>one for each processor core</source>
        <translation>每个处理器核心一个</translation>
    </message>
    <message>
        <source>&amp;Transfers at once in each worker</source>
        <translation>每个工作进程的并行传输(&amp;T)</translation>
    </message>
    <message>
        <source>More of them help where servers are slow to answer.</source>
        <translation>服务器响应慢时，多一些会有帮助。</translation>
    </message>
    <message>
        <source>Replace a worker after so many tas&amp;ks</source>
        <translation>工作进程完成多少个任务后更换(&amp;K)</translation>
    </message>
    <message>
        <source>A fresh process takes its place, and nothing is lost.</source>
        <translation>由新的进程接替，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Replace a worker that uses more &amp;memory than</source>
        <translation>工作进程占用内存超过此值时更换(&amp;M)</translation>
    </message>
    <message>
        <source>A process that looks into large pages grows with them.</source>
        <translation>解析大页面的进程会随之变大。</translation>
    </message>
    <message>
        <source>Connections to one &amp;host</source>
        <translation>每台主机的连接数(&amp;H)</translation>
    </message>
    <message>
        <source>Browsers use 6. More of them may get you locked out.</source>
        <translation>浏览器用 6 个。太多可能会被对方封锁。</translation>
    </message>
    <message>
        <source>Connections for one &amp;large file</source>
        <translation>单个大文件的连接数(&amp;L)</translation>
    </message>
    <message>
        <source>A large file comes in so many pieces at once, where its server allows it.</source>
        <translation>服务器允许时，大文件分成这么多段同时下载。</translation>
    </message>
    <message>
        <source>T&amp;ries after a failure that may pass</source>
        <translation>暂时性失败后的重试次数(&amp;R)</translation>
    </message>
    <message>
        <source>The waits between them grow.</source>
        <translation>每次重试的间隔会逐渐变长。</translation>
    </message>
    <message>
        <source>Wait for a &amp;connection</source>
        <translation>等待连接(&amp;C)</translation>
    </message>
    <message>
        <source>After that the attempt counts as failed.</source>
        <translation>超时后本次尝试算作失败。</translation>
    </message>
    <message>
        <source>Wait for the &amp;answer</source>
        <translation>等待响应(&amp;A)</translation>
    </message>
    <message>
        <source>From the request to the first byte of the answer.</source>
        <translation>从发出请求到收到第一个字节。</translation>
    </message>
    <message>
        <source>Wait for the next &amp;byte</source>
        <translation>等待后续数据(&amp;B)</translation>
    </message>
    <message>
        <source>A transfer that stands still for so long is tried again.</source>
        <translation>停滞这么久的传输会重新尝试。</translation>
    </message>
    <message>
        <source>&amp;Limit for everything</source>
        <translation>总限速(&amp;L)</translation>
    </message>
    <message>
        <source>The same as on the tool bar.</source>
        <translation>与工具栏上的相同。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>By &amp;time of day</source>
        <translation>按时段(&amp;T)</translation>
    </message>
    <message>
        <source>Spans with a limit, “full” or “off”, then what holds else: “22:00–07:00 full, 12:00–13:00 off, else 1M”. The first span that fits counts; without “else” the limit above holds.</source>
        <translation>每个时段写限速、“全速”或“停止”，最后写其余时间：“22:00–07:00 全速，12:00–13:00 停止，其余 1M”。以第一个符合的时段为准；没有“其余”时使用上面的总限速。</translation>
    </message>
    <message>
        <source>22:00–07:00 full, else 1M</source>
        <translation>22:00–07:00 全速, 其余 1M</translation>
    </message>
    <message>
        <source>Limit for each &amp;host</source>
        <translation>每台主机限速(&amp;H)</translation>
    </message>
    <message>
        <source>No host sends faster than that, over all its connections.</source>
        <translation>每台主机的所有连接合计不超过此速度。</translation>
    </message>
    <message>
        <source>&amp;User agent</source>
        <translation>用户代理(&amp;U)</translation>
    </message>
    <message>
        <source>What Trawl tells servers that it is.</source>
        <translation>Trawl 向服务器表明的身份。</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>代理(&amp;P)</translation>
    </message>
    <message>
        <source>With a proxy nothing goes round it.</source>
        <translation>使用代理时，所有请求都经过它。</translation>
    </message>
    <message>
        <source>Proxy&apos;s &amp;address</source>
        <translation>代理地址(&amp;A)</translation>
    </message>
    <message>
        <source>Begins with http://, https:// or socks5://</source>
        <translation>以 http://、https:// 或 socks5:// 开头</translation>
    </message>
    <message>
        <source>&amp;HTTP version</source>
        <translation>HTTP 版本(&amp;H)</translation>
    </message>
    <message>
        <source>Some old servers get along with HTTP/1.1 only.</source>
        <translation>有些旧服务器只支持 HTTP/1.1。</translation>
    </message>
    <message>
        <source>Obey the &amp;robots.txt of sites</source>
        <translation>遵守网站的 robots.txt(&amp;R)</translation>
    </message>
    <message>
        <source>For links that a recipe follows: what a site asks robots to leave alone is left alone.</source>
        <translation>用于配方跟随的链接：网站要求机器人不要访问的内容不会访问。</translation>
    </message>
    <message>
        <source>&amp;Units of sizes</source>
        <translation>大小的单位(&amp;U)</translation>
    </message>
    <message>
        <source>How sizes and speeds are written.</source>
        <translation>大小和速度的写法。</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Light, dark, or what the desktop has at the moment.</source>
        <translation>浅色、深色，或跟随桌面当前的颜色。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>窗口的语言。</translation>
    </message>
    <message>
        <source>&amp;Closing the window hides it in the tray</source>
        <translation>关闭窗口时隐藏到托盘(&amp;C)</translation>
    </message>
    <message>
        <source>Trawl works on; Quit in the menu ends it.</source>
        <translation>Trawl 继续工作；用菜单中的“退出”结束它。</translation>
    </message>
    <message>
        <source>&amp;Start hidden in the tray</source>
        <translation>启动时隐藏到托盘(&amp;S)</translation>
    </message>
    <message>
        <source>The window comes with a click on the icon in the tray.</source>
        <translation>点击托盘图标即可显示窗口。</translation>
    </message>
    <message>
        <source>Say when a job has &amp;ended</source>
        <translation>任务结束时通知(&amp;E)</translation>
    </message>
    <message>
        <source>One message of the desktop for each job.</source>
        <translation>每个任务一条桌面通知。</translation>
    </message>
    <message>
        <source>Also while Trawl is in &amp;front</source>
        <translation>Trawl 在前台时也通知(&amp;F)</translation>
    </message>
    <message>
        <source>Else only when another window has the keyboard.</source>
        <translation>否则仅当其他窗口获得焦点时通知。</translation>
    </message>
    <message>
        <source>Ask before &amp;quitting while something runs</source>
        <translation>有任务运行时退出前询问(&amp;Q)</translation>
    </message>
    <message>
        <source>Nothing is lost either way: it goes on at the next start.</source>
        <translation>无论如何都不会丢失：下次启动时继续。</translation>
    </message>
    <message>
        <source>&amp;Watch the clipboard for links</source>
        <translation>监视剪贴板中的链接(&amp;W)</translation>
    </message>
    <message>
        <source>Links that you copy elsewhere are offered in a bar; nothing is added by itself.</source>
        <translation>您在别处复制的链接会显示在提示条中；不会自动添加。</translation>
    </message>
    <message>
        <source>&amp;Only these</source>
        <translation>仅限这些(&amp;O)</translation>
    </message>
    <message>
        <source>Suffixes and hosts with blanks between, such as “.pdf .zip example.org”. Empty: every link.</source>
        <translation>用空格分隔的后缀和主机，例如“.pdf .zip example.org”。留空：所有链接。</translation>
    </message>
    <message>
        <source>every link</source>
        <translation>所有链接</translation>
    </message>
</context>
<context>
    <name>trawl::desktop::Tray</name>
    <message>
        <source>&amp;Hide the window</source>
        <translation>隐藏窗口(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>显示窗口(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Add from the clipboard</source>
        <translation>从剪贴板添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>全部暂停(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;tart all</source>
        <translation>全部开始(&amp;T)</translation>
    </message>
    <message>
        <source>Speed &amp;limit</source>
        <translation>限速(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>trawl::exporting::ExportBar</name>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Drag the exported file</source>
        <translation>拖动导出的文件</translation>
    </message>
    <message>
        <source>Drag this to where the file is wanted</source>
        <translation>将其拖到需要该文件的位置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the exported file</source>
        <translation>打开导出的文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder of the exported file</source>
        <translation>打开导出文件所在的文件夹</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Exporting to %1: %2 rows</source>
        <translation>正在导出到 %1：%2 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) → %1</source>
        <translation>
            <numerusform>%Ln 行 → %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The export to %1 was cancelled: nothing was written.</source>
        <translation>已取消导出到 %1：未写入任何内容。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%p %</source>
        <translation>%p%</translation>
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
        <source>Only what fa&amp;iled</source>
        <translation>仅失败的(&amp;I)</translation>
    </message>
    <message>
        <source>The &amp;job</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>Job to be exported</source>
        <translation>要导出的任务</translation>
    </message>
    <message>
        <source>O&amp;rder:</source>
        <translation>顺序(&amp;R)：</translation>
    </message>
    <message>
        <source>as in the list</source>
        <translation>按列表顺序</translation>
    </message>
    <message>
        <source>as they ended</source>
        <translation>按完成顺序</translation>
    </message>
    <message>
        <source>&amp;Defuse formulas</source>
        <translation>使公式失效(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Byte order mark</source>
        <translation>字节顺序标记 (BOM)(&amp;B)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Which columns</source>
        <translation>导出哪些列</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>所有列</translation>
    </message>
    <message>
        <source>As shown in the table</source>
        <translation>与表格显示一致</translation>
    </message>
    <message>
        <source>Only the recipe&apos;s fields</source>
        <translation>仅配方字段</translation>
    </message>
    <message>
        <source>My choice</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>列及其顺序</translation>
    </message>
    <message>
        <source>Move the column up</source>
        <translation>上移该列</translation>
    </message>
    <message>
        <source>Move the column down</source>
        <translation>下移该列</translation>
    </message>
    <message>
        <source>Choose a column: without one there is nothing to write.</source>
        <translation>请选择至少一列，否则没有内容可写。</translation>
    </message>
    <message>
        <source>The first rows, as they will be written</source>
        <translation>前几行（与写入内容一致）</translation>
    </message>
    <message>
        <source>Preview as text</source>
        <translation>文本预览</translation>
    </message>
    <message>
        <source>Preview as a table</source>
        <translation>表格预览</translation>
    </message>
    <message>
        <source>Only rows &amp;where:</source>
        <translation>仅导出满足条件的行(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;To the file:</source>
        <translation>导出到文件(&amp;T)：</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>浏览(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>What is s&amp;hown, in the table&apos;s order (%1)</source>
        <translation>当前显示的内容，按表格顺序(&amp;H)（%1）</translation>
    </message>
    <message>
        <source>What is se&amp;lected (%1)</source>
        <translation>所选内容(&amp;L)（%1）</translation>
    </message>
    <message>
        <source>Only what has ended, the first to end first</source>
        <translation>仅已结束的链接，先结束的排在前面</translation>
    </message>
    <message>
        <source>Three bytes at the beginning by which older spreadsheets know that the text is UTF-8. Other programs may stumble over them.</source>
        <translation>文件开头的三个字节，旧版电子表格据此识别 UTF-8 文本；其他程序可能因此出错。</translation>
    </message>
    <message>
        <source>A text that begins with = + - @ or a tab gets a &apos; in front, so that a spreadsheet shows it and does not run it. Without this, a page that you scraped can put formulas into your spreadsheet.</source>
        <translation>以 = + - @ 或制表符开头的文本前会加上 &apos;，使电子表格只显示而不执行。否则，抓取的网页可能把公式写入您的电子表格。</translation>
    </message>
    <message>
        <source>No row is left: nothing but a header would be written.</source>
        <translation>没有符合条件的行：只会写入表头。</translation>
    </message>
    <message>
        <source>The rows have the table&apos;s order</source>
        <translation>各行按表格中的顺序排列</translation>
    </message>
    <message>
        <source>That is the session that is open.</source>
        <translation>这是当前打开的会话文件。</translation>
    </message>
    <message>
        <source>That is a folder: give the file a name.</source>
        <translation>这是一个文件夹，请输入文件名。</translation>
    </message>
    <message>
        <source>There is such a file: it will be replaced.</source>
        <translation>文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>Counting the rows …</source>
        <translation>正在统计行数……</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::models::Details</name>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Final link</source>
        <translation>最终链接</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>重定向过多</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>发现于</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Whole?</source>
        <translation>完整？</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the site&apos;s own map of itself (sitemap)</source>
        <translation>网站自己的站点地图 (sitemap)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) from the start</source>
        <translation>
            <numerusform>距起点 %Ln 个链接</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>%1 of it from an earlier attempt</source>
        <translation>其中 %1 来自之前的尝试</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>承诺的：%1</translation>
    </message>
    <message>
        <source>Computed: %1</source>
        <translation>算出的：%1</translation>
    </message>
    <message>
        <source>Yes: it has the checksum that was promised</source>
        <translation>是：校验和与承诺的一致</translation>
    </message>
    <message>
        <source>Yes: the transfer itself told its end</source>
        <translation>是：传输本身标明了结尾</translation>
    </message>
    <message>
        <source>Unknown: the server told neither a length nor an end</source>
        <translation>未知：服务器既没有说明长度也没有说明结尾</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>结束于 %1</translation>
    </message>
    <message>
        <source>Took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>域名查询</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有应答</translation>
    </message>
</context>
<context>
    <name>trawl::models::HostModel</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Requests that run, of as many as may run at once</source>
        <translation>正在运行的请求数，以及同时允许的上限</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>From a request to the first byte of its answer</source>
        <translation>从发出请求到收到第一个字节</translation>
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
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Req/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>每秒的请求数</translation>
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
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>trawl::models::LogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>trawl::models::Search</name>
    <message>
        <source>There is no status “%1”: try status:failed</source>
        <translation>没有“%1”这种状态：试试 status:failed</translation>
    </message>
    <message>
        <source>“%1” is no code: try code:404, code:5xx or code:&gt;=400</source>
        <translation>“%1”不是状态码：试试 code:404、code:5xx 或 code:&gt;=400</translation>
    </message>
    <message>
        <source>“%1” is no range of sizes: try size:&gt;10M or size:1k-5k</source>
        <translation>“%1”不是大小范围：试试 size:&gt;10M 或 size:1k-5k</translation>
    </message>
    <message>
        <source>No reason reads like “%1”: try why:dns or why:429</source>
        <translation>没有与“%1”相符的原因：试试 why:dns 或 why:429</translation>
    </message>
    <message>
        <source>“%1:” is no word of the search: it was looked for in the links</source>
        <translation>“%1:”不是搜索关键词：已在链接中查找它</translation>
    </message>
</context>
<context>
    <name>trawl::models::SegmentModel</name>
    <message>
        <source>There</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>下载中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
    <message>
        <source>%1 of %2 have ended, %3 of them failed</source>
        <translation>%2 项中 %1 项已结束，其中 %3 项失败</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>还有 %Ln 个…</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows more hosts</source>
        <translation>显示更多主机</translation>
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
        <source>The server is still making it (%1): try again later</source>
        <translation>服务器仍在准备（%1）：请稍后重试</translation>
    </message>
    <message>
        <source>The server has nothing there (%1)</source>
        <translation>服务器上没有内容（%1）</translation>
    </message>
    <message>
        <source>The server says that it is here already (%1)</source>
        <translation>服务器称本地已有该文件（%1）</translation>
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
        <source>What the list says of it cannot be obeyed: correct the list</source>
        <translation>无法照列表对它的说明执行：请更正列表</translation>
    </message>
    <message>
        <source>Bad entry</source>
        <translation>条目有误</translation>
    </message>
    <message>
        <source>A public page leads to an address of your own network: it is not asked</source>
        <translation>公开页面指向您自己网络中的地址：不访问</translation>
    </message>
    <message>
        <source>Private address</source>
        <translation>私有地址</translation>
    </message>
    <message>
        <source>The system allows no more at once: lower the connections</source>
        <translation>系统不允许同时更多：请减少连接数</translation>
    </message>
    <message>
        <source>System limit</source>
        <translation>系统限制</translation>
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
    <message>
        <source>The size is not the one that was promised</source>
        <translation>大小与所承诺的不符</translation>
    </message>
    <message>
        <source>A web page came in place of the file: a login or an error page?</source>
        <translation>收到的是网页而不是文件：可能是登录页或错误页</translation>
    </message>
    <message>
        <source>crashed: illegal instruction</source>
        <translation>崩溃：非法指令</translation>
    </message>
    <message>
        <source>gave up by itself (abort)</source>
        <translation>自行中止 (abort)</translation>
    </message>
    <message>
        <source>crashed: bus error</source>
        <translation>崩溃：总线错误</translation>
    </message>
    <message>
        <source>crashed: arithmetic error</source>
        <translation>崩溃：算术错误</translation>
    </message>
    <message>
        <source>was killed</source>
        <translation>被强制结束</translation>
    </message>
    <message>
        <source>crashed: invalid memory</source>
        <translation>崩溃：非法内存访问</translation>
    </message>
    <message>
        <source>was asked to end</source>
        <translation>被要求结束</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>was ended by the system</source>
        <translation>被系统结束</translation>
    </message>
    <message>
        <source>%1 (signal %2)</source>
        <translation>%1（信号 %2）</translation>
    </message>
    <message>
        <source>left as it was asked to</source>
        <translation>按要求退出</translation>
    </message>
    <message>
        <source>gave up with code %1</source>
        <translation>以代码 %1 退出</translation>
    </message>
    <message>
        <source>did not answer and was replaced</source>
        <translation>没有响应，已被替换</translation>
    </message>
    <message>
        <source>Breaker open, tries again at once</source>
        <translation>已熔断，马上重试</translation>
    </message>
    <message>
        <source>Breaker open, trying one request</source>
        <translation>已熔断，正用一个请求试探</translation>
    </message>
    <message>
        <source>Asked for patience until %1</source>
        <translation>要求等到 %1</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>工作中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>无事可做</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 请求/秒</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 个运行中</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 个排队中</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 个已暂停</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 个已完成</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 个已跳过</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are running</source>
        <translation>
            <numerusform>%Ln 个正在运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have files</source>
        <translation>
            <numerusform>%Ln 个有文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln link(s)?</source>
        <translation>
            <numerusform>移除 %Ln 个链接？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1%2。</translation>
    </message>
    <message numerus="yes">
        <source>Remove the job “%1” with its %Ln link(s)?</source>
        <translation>
            <numerusform>移除任务“%1”及其 %Ln 个链接？</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Invalid URL</source>
        <translation>无效网址</translation>
    </message>
    <message>
        <source>Other scheme</source>
        <translation>其他协议</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>重定向过多</translation>
    </message>
    <message>
        <source>Bad redirect</source>
        <translation>错误重定向</translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation>内容不完整</translation>
    </message>
    <message>
        <source>Broken pieces</source>
        <translation>分块损坏</translation>
    </message>
    <message>
        <source>Bad answer</source>
        <translation>响应错误</translation>
    </message>
    <message>
        <source>Bad encoding</source>
        <translation>编码错误</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>File error</source>
        <translation>文件错误</translation>
    </message>
    <message>
        <source>Worker crashed</source>
        <translation>进程崩溃</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>No worker</source>
        <translation>无工作进程</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Own fault</source>
        <translation>程序内部错误</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>无网络</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>过慢</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>robots.txt</source>
        <translation>robots.txt</translation>
    </message>
    <message>
        <source>Bad page</source>
        <translation>页面错误</translation>
    </message>
    <message>
        <source>Missing field</source>
        <translation>缺少字段</translation>
    </message>
    <message>
        <source>Out of scope</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>Wrong size</source>
        <translation>大小错误</translation>
    </message>
    <message>
        <source>Web page instead</source>
        <translation>网页而非文件</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Its host is paused</source>
        <translation>其主机已暂停</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>%1 PB</source>
        <translation>%1 PB</translation>
    </message>
    <message>
        <source>%1 EB</source>
        <translation>%1 EB</translation>
    </message>
    <message>
        <source>The disk is full: make room, then try again</source>
        <translation>磁盘已满：请腾出空间后重试</translation>
    </message>
    <message>
        <source>Breaker open, again in %1</source>
        <translation>已熔断，%1后重试</translation>
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
    <message>
        <source>The system&apos;s number of the process</source>
        <translation>系统给该进程的编号</translation>
    </message>
    <message>
        <source>Requests that it has now</source>
        <translation>它现在处理的请求数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Of one processor core</source>
        <translation>占一个处理器核心的比例</translation>
    </message>
    <message>
        <source>What it has in memory (RSS)</source>
        <translation>它占用的内存 (RSS)</translation>
    </message>
    <message>
        <source>How late its event loop is: much of it means too much work</source>
        <translation>事件循环的滞后：数值大说明工作过多</translation>
    </message>
    <message>
        <source>%1 of processor time so far</source>
        <translation>至今共用处理器时间 %1</translation>
    </message>
    <message>
        <source>Req/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>每秒的请求数</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::FieldForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Selector:</source>
        <translation>选择器(&amp;S)：</translation>
    </message>
    <message>
        <source>Language of the selector</source>
        <translation>选择器的语言</translation>
    </message>
    <message>
        <source>S&amp;teps:</source>
        <translation>步骤(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Otherwise:</source>
        <translation>否则(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Required</source>
        <translation>必需(&amp;R)</translation>
    </message>
    <message>
        <source>A page without it is a failure</source>
        <translation>缺少它的页面算作失败</translation>
    </message>
    <message>
        <source>CSS</source>
        <translation>CSS</translation>
    </message>
    <message>
        <source>XPath</source>
        <translation>XPath</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>JSONPath</source>
        <translation>JSONPath</translation>
    </message>
    <message>
        <source>JSON-LD</source>
        <translation>JSON-LD</translation>
    </message>
    <message>
        <source>Microdata</source>
        <translation>微数据</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Steps, parted by “ | ”: %1</source>
        <translation>步骤，用“ | ”分隔：%1</translation>
    </message>
    <message>
        <source>Such as price</source>
        <translation>例如 price</translation>
    </message>
    <message>
        <source>Such as trim | number</source>
        <translation>例如 trim | number</translation>
    </message>
    <message>
        <source>If nothing is found</source>
        <translation>什么也没找到时</translation>
    </message>
    <message>
        <source>All matches, as a &amp;list</source>
        <translation>所有匹配，作为列表(&amp;L)</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::FollowForm</name>
    <message>
        <source>&amp;Links:</source>
        <translation>链接(&amp;L)：</translation>
    </message>
    <message>
        <source>Lead to &amp;pages of kind:</source>
        <translation>通向的页面类型(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Carry along:</source>
        <translation>一并带上(&amp;C)：</translation>
    </message>
    <message>
        <source>Only &amp;URLs with:</source>
        <translation>仅限网址(&amp;U)：</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>&amp;Not URLs with:</source>
        <translation>排除网址(&amp;N)：</translation>
    </message>
    <message>
        <source>Such as a.next</source>
        <translation>例如 a.next</translation>
    </message>
    <message>
        <source>Pag&amp;ination: counts no depth</source>
        <translation>翻页：不计深度(&amp;I)</translation>
    </message>
    <message>
        <source>Fields, with commas</source>
        <translation>字段，用逗号分隔</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>同一种</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::RecipeEditor</name>
    <message>
        <source>Recipe editor</source>
        <translation>配方编辑器</translation>
    </message>
    <message>
        <source>Page &amp;kind:</source>
        <translation>页面类型(&amp;K)：</translation>
    </message>
    <message>
        <source>Add a page kind</source>
        <translation>添加页面类型</translation>
    </message>
    <message>
        <source>Remove the page kind</source>
        <translation>移除页面类型</translation>
    </message>
    <message>
        <source>Its na&amp;me:</source>
        <translation>其名称(&amp;M)：</translation>
    </message>
    <message>
        <source>Such as list or product</source>
        <translation>例如 list 或 product</translation>
    </message>
    <message>
        <source>Sa&amp;ve as files:</source>
        <translation>保存为文件(&amp;V)：</translation>
    </message>
    <message>
        <source>Parts of the recipe</source>
        <translation>配方的各部分</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>One record for &amp;each:</source>
        <translation>每一个成为一条记录(&amp;E)：</translation>
    </message>
    <message>
        <source>Fields of the page kind</source>
        <translation>该页面类型的字段</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Move the field up</source>
        <translation>上移字段</translation>
    </message>
    <message>
        <source>Move the field down</source>
        <translation>下移字段</translation>
    </message>
    <message>
        <source>A field is a column of the table. Add one, give it a name and a selector, and its values appear on the right.</source>
        <translation>字段就是表格的一列。添加一个，给它名称和选择器，它的值就会显示在右侧。</translation>
    </message>
    <message>
        <source>Links to follow</source>
        <translation>要跟随的链接</translation>
    </message>
    <message>
        <source>Rules for links to follow</source>
        <translation>要跟随的链接的规则</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Move the rule up</source>
        <translation>上移规则</translation>
    </message>
    <message>
        <source>Move the rule down</source>
        <translation>下移规则</translation>
    </message>
    <message>
        <source>Without a rule only the URLs of the list are fetched. Add one to go on to the next page or to the page of each record.</source>
        <translation>没有规则时只获取列表中的网址。添加一条规则，以转到下一页或每条记录的页面。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules of the recipe</source>
        <translation>配方的规则</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The recipe as text</source>
        <translation>文本形式的配方</translation>
    </message>
    <message>
        <source>The recipe as the text of its file: type or paste one here.</source>
        <translation>配方文件的文本：在此输入或粘贴。</translation>
    </message>
    <message>
        <source>A change in the forms writes this text anew; comments go then.</source>
        <translation>在表单中更改会重写此文本，注释会丢失。</translation>
    </message>
    <message>
        <source>https://… of a page to try</source>
        <translation>用来试用配方的页面的 https://…</translation>
    </message>
    <message>
        <source>From the &amp;job</source>
        <translation>取自任务(&amp;J)</translation>
    </message>
    <message>
        <source>Fetch up to 20 pages of the links selected in the window, or of its first</source>
        <translation>获取窗口中选定链接（或最前面的链接）的最多 20 个页面</translation>
    </message>
    <message>
        <source>Sampled page shown</source>
        <translation>显示的样本页面</translation>
    </message>
    <message>
        <source>Leave this page out</source>
        <translation>去掉此页面</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Values found on the sampled pages</source>
        <translation>在样本页面上找到的值</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>选择器</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Lead to</source>
        <translation>通向</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>示例(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Start &amp;job with this recipe…</source>
        <translation>用此配方开始任务(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>更多菜单</translation>
    </message>
    <message>
        <source>as the job does</source>
        <translation>与任务相同</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>New recipe</source>
        <translation>新配方</translation>
    </message>
    <message>
        <source>%1[*] — Recipe editor</source>
        <translation>%1[*] — 配方编辑器</translation>
    </message>
    <message>
        <source>The recipe cannot be used yet: %1</source>
        <translation>配方还不能使用：%1</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message numerus="yes">
        <source>There are %n pages already; leave one out first.</source>
        <translation>
            <numerusform>已有 %n 个页面；请先去掉一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>The window shows no links to take pages from.</source>
        <translation>窗口中没有可取页面的链接。</translation>
    </message>
    <message>
        <source>%1 (fetching…)</source>
        <translation>%1（正在获取…）</translation>
    </message>
    <message>
        <source>%1 (failed)</source>
        <translation>%1（失败）</translation>
    </message>
    <message>
        <source>Type the URL of a page and fetch it: its source appears here, with all that the selectors match.</source>
        <translation>输入一个页面的网址并获取：这里会显示它的源代码，并标出选择器匹配的内容。</translation>
    </message>
    <message>
        <source>The page is being fetched…</source>
        <translation>正在获取页面…</translation>
    </message>
    <message numerus="yes">
        <source>The page is large: only its first %n million characters are shown. All of it is looked into.</source>
        <translation>
            <numerusform>页面很大：只显示前 %n 百万个字符。但会查看全部内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln 个匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>Both trees give the same records here: use the fast one.</source>
        <translation>两种树在这里得到相同的记录：请用快速的那种。</translation>
    </message>
    <message>
        <source>A browser&apos;s tree gives other records here.</source>
        <translation>浏览器的树在这里得到不同的记录。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The values that the fields find on the fetched pages appear here.</source>
        <translation>字段在已获取页面上找到的值显示在这里。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>“%1” is missing on %2 of %3.</source>
        <translation>“%1”在 %3 条中缺少 %2 条。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln 个页面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s).</source>
        <translation>
            <numerusform>%Ln 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>已保存为“%1”。</translation>
    </message>
    <message>
        <source>the new recipe</source>
        <translation>新配方</translation>
    </message>
    <message>
        <source>Save the changes of %1?</source>
        <translation>保存对 %1 的更改吗？</translation>
    </message>
    <message>
        <source>A selector, or empty</source>
        <translation>选择器，或留空</translation>
    </message>
    <message>
        <source>Pa&amp;ge:</source>
        <translation>页面(&amp;G)：</translation>
    </message>
    <message>
        <source>Fetc&amp;h</source>
        <translation>获取(&amp;H)</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>同一种</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::RecipeFile</name>
    <message>
        <source>It is larger than 4 MiB: this is no recipe.</source>
        <translation>它大于 4 MiB：这不是配方。</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::RecordsModel</name>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::RecordsPage</name>
    <message>
        <source>&amp;Job:</source>
        <translation>任务(&amp;J)：</translation>
    </message>
    <message>
        <source>Filter the records</source>
        <translation>筛选记录</translation>
    </message>
    <message>
        <source>Filter: a text in any field</source>
        <translation>筛选：任一字段中的文本</translation>
    </message>
    <message>
        <source>E&amp;xport records…</source>
        <translation>导出记录(&amp;X)…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) with this text</source>
        <translation>
            <numerusform>%Ln 条记录包含此文本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>The table of a job with a recipe appears here: what its fields find on each page. The recipe editor in the menu Tools makes one.</source>
        <translation>带配方的任务的表格显示在这里：其字段在每个页面上找到的内容。可用“工具”菜单中的配方编辑器制作配方。</translation>
    </message>
    <message>
        <source>No record holds this text.</source>
        <translation>没有包含此文本的记录。</translation>
    </message>
    <message>
        <source>No records yet. They come as pages are read.</source>
        <translation>还没有记录。读取页面时会出现。</translation>
    </message>
    <message>
        <source>The whole value</source>
        <translation>完整的值</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>正在排序…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Reading the records…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>The beginning of the value</source>
        <translation>值的开头</translation>
    </message>
    <message>
        <source>This is the beginning; the whole value has %1 characters. Copy and an export have all of it.</source>
        <translation>这只是开头；完整的值有 %1 个字符。复制和导出包含全部内容。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln record(s).</source>
        <translation>
            <numerusform>已复制 %Ln 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the first %1 of %2 records: more is too much for the clipboard. Export writes all.</source>
        <translation>已复制 %2 条记录中的前 %1 条：再多剪贴板放不下。导出会写入全部。</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::RulesForm</name>
    <message>
        <source>Read pages as a &amp;tree:</source>
        <translation>页面读取方式(&amp;T)：</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Only &amp;URLs with:</source>
        <translation>仅限网址(&amp;U)：</translation>
    </message>
    <message>
        <source>Regular expressions, one a line</source>
        <translation>正则表达式，每行一个</translation>
    </message>
    <message>
        <source>&amp;Not URLs with:</source>
        <translation>排除网址(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Sitemaps to begin with:</source>
        <translation>起始站点地图(&amp;S)：</translation>
    </message>
    <message>
        <source>URLs, one a line</source>
        <translation>网址，每行一个</translation>
    </message>
    <message>
        <source>?b=1&amp;&amp;a=2 is the same page as ?a=2&amp;&amp;b=1</source>
        <translation>?b=1&amp;&amp;a=2 与 ?a=2&amp;&amp;b=1 是同一页面</translation>
    </message>
    <message>
        <source>utm_… and the like make no &amp;other page</source>
        <translation>utm_… 等参数不算另一个页面(&amp;O)</translation>
    </message>
    <message>
        <source>Follow links so &amp;deep:</source>
        <translation>跟随链接的深度(&amp;D)：</translation>
    </message>
    <message>
        <source>Follow l&amp;inks to hosts:</source>
        <translation>跟随到哪些主机(&amp;I)：</translation>
    </message>
    <message>
        <source>Most &amp;pages:</source>
        <translation>最多页面数(&amp;P)：</translation>
    </message>
    <message>
        <source>Obey &amp;robots.txt</source>
        <translation>遵守 robots.txt(&amp;R)</translation>
    </message>
    <message>
        <source>Leave &amp;links alone that say nofollow</source>
        <translation>不跟随标有 nofollow 的链接(&amp;L)</translation>
    </message>
    <message>
        <source>Slow down when th&amp;e host answers slowly</source>
        <translation>主机响应慢时放慢(&amp;E)</translation>
    </message>
    <message>
        <source>as a browser does</source>
        <translation>与浏览器相同</translation>
    </message>
    <message>
        <source>fast (libxml2)</source>
        <translation>快速（libxml2）</translation>
    </message>
    <message>
        <source>only the link&apos;s own</source>
        <translation>仅链接自身的主机</translation>
    </message>
    <message>
        <source>of the same domain</source>
        <translation>同一域名</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::SourceView</name>
    <message>
        <source>Source of the page</source>
        <translation>页面源代码</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::StepText</name>
    <message>
        <source>There is no step “%1”; there are: %2.</source>
        <translation>没有步骤“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>The text behind “%1” has no closing quote.</source>
        <translation>“%1”后面的文本缺少右引号。</translation>
    </message>
    <message>
        <source>The step “%1” needs a text behind it.</source>
        <translation>步骤“%1”后面需要文本。</translation>
    </message>
    <message>
        <source>The step “%1” takes nothing behind it.</source>
        <translation>步骤“%1”后面不能有内容。</translation>
    </message>
    <message>
        <source>Steps are parted by “ | ”.</source>
        <translation>步骤用“ | ”分隔。</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::Trial</name>
    <message>
        <source>“%1” is no regular expression, at character %2: %3</source>
        <translation>“%1”不是正则表达式，第 %2 个字符处：%3</translation>
    </message>
    <message>
        <source>The field needs a name: it is the column&apos;s.</source>
        <translation>字段需要名称：它就是列的名称。</translation>
    </message>
    <message>
        <source>There are two fields “%1”.</source>
        <translation>有两个字段“%1”。</translation>
    </message>
    <message>
        <source>The field needs a selector, such as h1 or .price.</source>
        <translation>字段需要选择器，例如 h1 或 .price。</translation>
    </message>
    <message>
        <source>The rule needs a selector, such as a.next.</source>
        <translation>规则需要选择器，例如 a.next。</translation>
    </message>
</context>
<context>
    <name>trawl::recipes::ValuesModel</name>
    <message>
        <source>%1 (not usable)</source>
        <translation>%1（不可用）</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Found “%1”, but the steps make nothing of it.</source>
        <translation>找到了“%1”，但步骤无法处理它。</translation>
    </message>
    <message>
        <source>Nothing was found: the page will be a failure.</source>
        <translation>什么也没找到：该页面将算作失败。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>什么也没找到。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
</context>
<context>
    <name>trawl::windows::AboutDialog</name>
    <message>
        <source>About Trawl</source>
        <translation>关于 Trawl</translation>
    </message>
    <message>
        <source>Trawl %1</source>
        <translation>Trawl %1</translation>
    </message>
    <message>
        <source>Fetches lists of links, ten of them or a million, and makes tables of pages.</source>
        <translation>下载链接列表，十个或一百万个都行，并把网页整理成表格。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>It stands on Qt %1, QCoro, libcurl, SQLite, Gumbo, libxml2, PCRE2, libpsl, xxHash, zstd, toml++, libxlsxwriter and tl::expected.</source>
        <translation>基于 Qt %1、QCoro、libcurl、SQLite、Gumbo、libxml2、PCRE2、libpsl、xxHash、zstd、toml++、libxlsxwriter 和 tl::expected。</translation>
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
        <source>S&amp;tart all</source>
        <translation>全部开始(&amp;T)</translation>
    </message>
    <message>
        <source>Start all that is paused, shown and selected or not</source>
        <translation>开始所有已暂停的，无论是否显示或选中</translation>
    </message>
    <message>
        <source>Pa&amp;use all</source>
        <translation>全部暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Pause all that runs or waits, shown and selected or not</source>
        <translation>暂停所有正在运行或等待的，无论是否显示或选中</translation>
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
    <message>
        <source>&amp;New job…</source>
        <translation>新建任务(&amp;N)…</translation>
    </message>
    <message>
        <source>P&amp;references…</source>
        <translation>首选项(&amp;R)…</translation>
    </message>
    <message>
        <source>Open the file, or the details while there is none</source>
        <translation>打开文件；还没有文件时打开详细信息</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>复制为 cURL 命令</translation>
    </message>
    <message>
        <source>Copy commands that fetch the selected, without passwords</source>
        <translation>复制下载所选链接的命令，不含密码</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Invert the selection</source>
        <translation>反选(&amp;I)</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>移除(&amp;M)…</translation>
    </message>
    <message>
        <source>Remove the selected links, or the job in the sidebar</source>
        <translation>移除所选链接，或侧栏中的任务</translation>
    </message>
    <message>
        <source>&amp;Tool bar</source>
        <translation>工具栏(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>侧边栏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Chart and tabs below</source>
        <translation>下方的图表和标签页(&amp;C)</translation>
    </message>
    <message>
        <source>Sizes in S&amp;I units (1 MB = 1000 kB)</source>
        <translation>以 SI 单位显示大小(1 MB = 1000 kB)(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Trawl</source>
        <translation>关于 Trawl(&amp;A)</translation>
    </message>
    <message>
        <source>Tool&amp;s</source>
        <translation>工具(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Recipe editor…</source>
        <translation>配方编辑器(&amp;R)…</translation>
    </message>
    <message>
        <source>Write what is taken from pages, and see what it finds</source>
        <translation>编写从页面提取的内容，并查看它找到什么</translation>
    </message>
    <message>
        <source>Move to the top of the queue</source>
        <translation>移到队列最前</translation>
    </message>
    <message>
        <source>Move up in the queue</source>
        <translation>在队列中上移</translation>
    </message>
    <message>
        <source>Move down in the queue</source>
        <translation>在队列中下移</translation>
    </message>
    <message>
        <source>Move to the bottom of the queue</source>
        <translation>移到队列最后</translation>
    </message>
    <message>
        <source>Remove a&amp;ll finished…</source>
        <translation>移除所有已完成的(&amp;L)…</translation>
    </message>
    <message>
        <source>Remove what is done from the list; files stay unless you say so</source>
        <translation>从列表中移除已完成的链接；除非您要求，否则保留文件</translation>
    </message>
</context>
<context>
    <name>trawl::windows::DetailsPage</name>
    <message>
        <source>Select a link in the table: all that is known of it shows here.</source>
        <translation>在表格中选择一个链接：关于它的全部信息显示在这里。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Pieces that load now</source>
        <translation>正在下载的分段</translation>
    </message>
    <message>
        <source>Map of the pieces; the table under it says the same</source>
        <translation>分段示意图；下面的表格内容相同</translation>
    </message>
    <message>
        <source>Time of the last request</source>
        <translation>最近一次请求的用时</translation>
    </message>
    <message>
        <source>It shows here once a request has ended.</source>
        <translation>请求结束后显示在这里。</translation>
    </message>
    <message>
        <source>&amp;Answer of the server</source>
        <translation>服务器的响应(&amp;A)</translation>
    </message>
    <message>
        <source>Answer of the server</source>
        <translation>服务器的响应</translation>
    </message>
    <message>
        <source>The head of the last answer shows here, without passwords and cookies.</source>
        <translation>这里显示最近一次响应的头部，不含密码和 Cookie。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) selected</source>
        <translation>
            <numerusform>选中了 %Ln 个链接</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) of unknown size</source>
        <translation>
            <numerusform>%Ln 个链接大小未知</numerusform>
        </translation>
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
    <message>
        <source>&amp;Try the example</source>
        <translation>试试示例(&amp;T)</translation>
    </message>
    <message>
        <source>Scrapes a small shop that Trawl serves to itself: it needs no network</source>
        <translation>抓取 Trawl 自带的小商店：无需网络</translation>
    </message>
    <message>
        <source>A small shop becomes a spreadsheet, within seconds and without a network.</source>
        <translation>几秒钟内把一个小商店变成电子表格，无需网络。</translation>
    </message>
    <message>
        <source>&amp;New job…</source>
        <translation>新建任务(&amp;N)…</translation>
    </message>
</context>
<context>
    <name>trawl::windows::ExampleTour</name>
    <message>
        <source>The example cannot run: no port of this machine is free.</source>
        <translation>示例无法运行：本机没有空闲端口。</translation>
    </message>
    <message>
        <source>Example shop</source>
        <translation>示例商店</translation>
    </message>
    <message>
        <source>The example cannot run: %1</source>
        <translation>示例无法运行：%1</translation>
    </message>
    <message numerus="yes">
        <source>The example has ended: %Ln page(s) and pictures were fetched, and the products are a table now.</source>
        <translation>
            <numerusform>示例已结束：下载了 %Ln 个网页和图片，商品已整理成表格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open as a &amp;spreadsheet</source>
        <translation>打开为电子表格(&amp;S)</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>关闭(&amp;D)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>trawl::windows::FacetBar</name>
    <message>
        <source>Show all times again</source>
        <translation>重新显示所有时间</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More causes of failures</source>
        <translation>更多失败原因</translation>
    </message>
    <message>
        <source>ended %1 – %2</source>
        <translation>结束于 %1 – %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Retry these</source>
        <translation>重试这些(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export these…</source>
        <translation>导出这些(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Limit their host…</source>
        <translation>限制其主机(&amp;L)…</translation>
    </message>
</context>
<context>
    <name>trawl::windows::HostCommands</name>
    <message>
        <source>Pause host</source>
        <translation>暂停主机</translation>
    </message>
    <message>
        <source>Resume host</source>
        <translation>继续主机</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Limit…</source>
        <translation>限制…</translation>
    </message>
    <message>
        <source>Show its links</source>
        <translation>显示它的链接</translation>
    </message>
</context>
<context>
    <name>trawl::windows::HostLimitDialog</name>
    <message>
        <source>Limit of a host</source>
        <translation>主机限制</translation>
    </message>
    <message>
        <source>&amp;Connections at once:</source>
        <translation>同时连接数(&amp;C)：</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>同时连接数</translation>
    </message>
    <message>
        <source>&amp;Speed:</source>
        <translation>速度(&amp;S)：</translation>
    </message>
    <message>
        <source>Speed, for example 1.5M</source>
        <translation>速度，例如 1.5M</translation>
    </message>
    <message>
        <source>for example 1.5M</source>
        <translation>例如 1.5M</translation>
    </message>
    <message>
        <source>&amp;Requests a second:</source>
        <translation>每秒请求数(&amp;R)：</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>每秒请求数</translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s), each:</source>
        <translation>
            <numerusform>%Ln 个主机，每个：</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no speed: write it as 500k or 1.5M</source>
        <translation>这不是速度：请写成 500k 或 1.5M</translation>
    </message>
    <message>
        <source>as for all hosts</source>
        <translation>与所有主机相同</translation>
    </message>
</context>
<context>
    <name>trawl::windows::HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Pause host</source>
        <translation>暂停主机</translation>
    </message>
    <message>
        <source>Start nothing more at this host, or go on with it (Space)</source>
        <translation>不再向该主机发起请求，或继续 (空格)</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Close the breaker, forget what it is held by and try what waits for it at once (F5)</source>
        <translation>解除熔断和等待，立即重试等待它的链接 (F5)</translation>
    </message>
    <message>
        <source>Limit…</source>
        <translation>限制…</translation>
    </message>
    <message>
        <source>Connections, speed and requests a second of this host alone (Ctrl+L)</source>
        <translation>只针对该主机的连接数、速度和每秒请求数 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Show its links</source>
        <translation>显示它的链接</translation>
    </message>
    <message>
        <source>Show only the links of this host in the table (Enter)</source>
        <translation>在表格中只显示该主机的链接 (Enter)</translation>
    </message>
    <message>
        <source>Each host that links are fetched from shows here: how it answers, what it waits for, what it is held to.</source>
        <translation>下载链接所涉及的每个主机显示在这里：它如何响应、在等待什么、受到什么限制。</translation>
    </message>
    <message>
        <source>Resume host</source>
        <translation>继续主机</translation>
    </message>
</context>
<context>
    <name>trawl::windows::ItemCommands</name>
    <message numerus="yes">
        <source>Copied %Ln cURL command(s).</source>
        <translation>
            <numerusform>已复制 %Ln 条 cURL 命令。</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume or retry</source>
        <translation>继续或重试</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Retry these</source>
        <translation>重试这些</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Show its host</source>
        <translation>显示它的主机</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>As cURL</source>
        <translation>作为 cURL 命令</translation>
    </message>
    <message>
        <source>As cURL, with passwords</source>
        <translation>作为 cURL 命令，包含密码</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Move in the queue</source>
        <translation>在队列中移动</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>到最前</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>To the bottom</source>
        <translation>到最后</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln line(s).</source>
        <translation>
            <numerusform>已复制 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only links that wait can be moved in the queue.</source>
        <translation>只有等待中的链接才能在队列中移动。</translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln link(s) in the queue.</source>
        <translation>
            <numerusform>已在队列中移动 %Ln 个链接。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln link(s): now at place %1 of %2 in the queue of the host.</source>
        <translation>
            <numerusform>已移动 %Ln 个链接：现在位于该主机队列的第 %1 位（共 %2 个）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trawl::windows::ItemTable</name>
    <message>
        <source>No link matches.</source>
        <translation>没有匹配的链接。</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>正在排序…</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置各列(&amp;R)</translation>
    </message>
</context>
<context>
    <name>trawl::windows::JobCommands</name>
    <message>
        <source>Rename the job</source>
        <translation>重命名任务</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败项</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Move in the queue</source>
        <translation>在队列中移动</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>到最前</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>To the bottom</source>
        <translation>到最后</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
</context>
<context>
    <name>trawl::windows::JobSettings</name>
    <message>
        <source>Settings of “%1”</source>
        <translation>“%1”的设置</translation>
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
    <message>
        <source>Which lines are shown</source>
        <translation>显示哪些行</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>复制所选的行；没有选择时复制显示的全部行</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the lines that are shown in a file</source>
        <translation>把显示的行保存到文件</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the log; nothing else is lost</source>
        <translation>清空日志；其他内容不受影响</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>没有匹配的行。</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>The log cannot be saved: %1</source>
        <translation>无法保存日志：%1</translation>
    </message>
</context>
<context>
    <name>trawl::windows::MainWindow</name>
    <message>
        <source>Links</source>
        <translation>链接</translation>
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
    <message>
        <source>Jobs, statuses and hosts</source>
        <translation>任务、状态和主机</translation>
    </message>
    <message>
        <source>Reading the session…</source>
        <translation>正在读取会话…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) in the clipboard</source>
        <translation>
            <numerusform>剪贴板中有 %Ln 个链接</numerusform>
        </translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>添加(&amp;D)…</translation>
    </message>
    <message>
        <source>I&amp;gnore</source>
        <translation>忽略(&amp;G)</translation>
    </message>
    <message>
        <source>This desktop has no tray: there would be no way back to the window.</source>
        <translation>此桌面没有托盘：隐藏后将无法再打开窗口。</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Chart, records, workers, hosts, details and log</source>
        <translation>图表、记录、工作进程、主机、详情和日志</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
</context>
<context>
    <name>trawl::windows::Presence</name>
    <message>
        <source>%1 done</source>
        <translation>%1 个已完成</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 个已跳过</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>job: what became of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All jobs have ended: “%1” was started</source>
        <translation>所有任务已结束：已启动“%1”</translation>
    </message>
    <message>
        <source>Trawl works on in the tray</source>
        <translation>Trawl 在托盘中继续工作</translation>
    </message>
    <message>
        <source>A click on its icon brings the window back; Quit in its menu ends it.</source>
        <translation>点击图标可恢复窗口；用其菜单中的“退出”结束它。</translation>
    </message>
    <message>
        <source>A job has ended</source>
        <translation>一个任务已结束</translation>
    </message>
</context>
<context>
    <name>trawl::windows::SearchField</name>
    <message>
        <source>both words in the link or the file&apos;s name</source>
        <translation>链接或文件名中包含这两个词</translation>
    </message>
    <message>
        <source>the words as they stand</source>
        <translation>原样匹配这些词</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>不含这个词</translation>
    </message>
    <message>
        <source>of this host</source>
        <translation>属于此主机</translation>
    </message>
    <message>
        <source>running, queued, paused, done, failed or skipped</source>
        <translation>running（运行）、queued（排队）、paused（暂停）、done（完成）、failed（失败）或 skipped（跳过）</translation>
    </message>
    <message>
        <source>by the server&apos;s answer</source>
        <translation>按服务器的响应</translation>
    </message>
    <message>
        <source>by size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <source>by the reason it did not succeed</source>
        <translation>按未成功的原因</translation>
    </message>
    <message>
        <source>in the name</source>
        <translation>在名称中</translation>
    </message>
    <message>
        <source>of this job</source>
        <translation>属于此任务</translation>
    </message>
    <message>
        <source>Search: words, host:, status:, why:</source>
        <translation>搜索：文字、host:、status:、why:</translation>
    </message>
    <message>
        <source>Search the links</source>
        <translation>搜索链接</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>如何搜索</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Words of the search</source>
        <translation>搜索关键词</translation>
    </message>
    <message>
        <source>Several words narrow it down: a link must meet them all.</source>
        <translation>多个词会缩小范围：链接必须全部符合。</translation>
    </message>
</context>
<context>
    <name>trawl::windows::ShortcutsDialog</name>
    <message>
        <source>Table of links</source>
        <translation>链接表格</translation>
    </message>
    <message>
        <source>First or last row</source>
        <translation>第一行或最后一行</translation>
    </message>
    <message>
        <source>Menu of the selected rows</source>
        <translation>所选行的菜单</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Next or previous control</source>
        <translation>下一个或上一个控件</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Next or previous tab</source>
        <translation>下一个或上一个标签页</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search for a key or what it does</source>
        <translation>搜索按键或其作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
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
        <source>waiting for the folder %1</source>
        <translation>正在等待文件夹 %1</translation>
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
        <source>Speed limit for everything</source>
        <translation>总速度限制</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>工作进程(&amp;W)</translation>
    </message>
    <message>
        <source>Li&amp;mit</source>
        <translation>限速(&amp;M)</translation>
    </message>
    <message>
        <source>Number of worker processes</source>
        <translation>工作进程数</translation>
    </message>
    <message>
        <source>Speed limit for everything: choose one or type it, as 500k or 1.5M</source>
        <translation>全部的限速：选择或输入，如 500k 或 1.5M</translation>
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
        <source>Drain</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>Recycle</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>End the process at once (Del); what it was doing goes to another worker, nothing is lost</source>
        <translation>立即结束进程 (Del)；它正在做的事交给另一个工作进程，不会丢失任何内容</translation>
    </message>
    <message>
        <source>Give it nothing new and let it finish what it is doing (Ctrl+D)</source>
        <translation>不再给它新任务，让它做完手头的事 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Let it finish what it is doing, then start it afresh (Ctrl+Shift+R)</source>
        <translation>让它做完手头的事，然后重新启动 (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>The worker processes show here once they have started.</source>
        <translation>工作进程启动后显示在这里。</translation>
    </message>
</context>
</TS>
