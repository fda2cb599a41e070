/** Pages around a document, as sites of authorities build them; the document's own markup goes in the middle. */
export interface PageParts {
  readonly title: string
  readonly document: string
}

/** The portal of a government: breadcrumb, imprint, related links, footer, all named by classes. */
export function portalPage({ title, document }: PageParts): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}_政策文件_某市人民政府</title>
<script>var text = "第九十九条 脚本。"</script><style>.a { color: red }</style></head><body>
<div class="header"><a href="/">某市人民政府</a><ul class="nav"><li><a href="/">首页</a></li><li><a href="/z">政务公开</a></li></ul></div>
<div class="BreadcrumbNav">您当前的位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt; 政策文件</div>
<div class="wrap"><h1>${title}</h1>
<div class="info"><span>发布时间：2021-03-04 10:20</span> <span>来源：某市民政局</span> <span>浏览次数：123</span>
【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 <a href="#">打印</a></div>
<div id="zoom" class="TRS_Editor">${document}</div>
<div>责任编辑：张三</div>
<div class="related"><h3>相关链接</h3><ul><li><a href="1">关于社区服务的通知</a></li><li><a href="2">社区服务办法解读</a></li></ul></div>
<p>上一篇：<a href="3">关于养老服务的通知</a></p><p>下一篇：<a href="4">关于托育服务的通知</a></p>
<div class="share">分享到 <a href="#">微信</a> <a href="#">微博</a> 【打印】【关闭】</div></div>
<div class="footer"><p>主办：某市人民政府办公室　承办：某市大数据中心</p><p>版权所有　某ICP备12345678号　网站标识码1234567890</p>
<p>未经许可，不得转载；违者必究。</p></div></body></html>`
}

/** A site of the first years: frames of tables, fonts, no names for anything, nothing closed. */
export function oldPage({ title, document }: PageParts): string {
  return `<HTML><HEAD><TITLE>某省科学技术厅--${title}</TITLE>
<META http-equiv=Content-Type content="text/html; charset=gb2312"></HEAD><BODY>
<TABLE width=1000 align=center><TR><TD colspan=2><A href="/">首页</A> | <A href="/a">机构设置</A> | <A href="/b">法规文件</A> | <A href="/c">办事指南</A></TD></TR>
<TR><TD width=200><TABLE><TR><TD><A href=1>通知公告</A><TR><TD><A href=2>政策法规</A><TR><TD><A href=3>下载专区</A></TABLE>
<TD><TABLE width="100%"><TR><TD align=center><FONT size=5><B>${title}</B></FONT><TR><TD align=center>作者：办公室　点击数：<SPAN>77</SPAN>　2006-5-8
<TR><TD>${document}
<TR><TD align=right>[<A href="javascript:window.print()">打印本页</A>] [<A href="javascript:window.close()">关闭窗口</A>]</TABLE></TD></TR>
<TR><TD colspan=2 align=center>地址：某市某路1号 邮编：100000<BR>Copyright 2006 某省科学技术厅 All Rights Reserved</TABLE></BODY></HTML>`
}
