<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AxisScale</name>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>symlog, linear within ±%1</source>
        <translation>对称对数，±%1 以内为线性</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Watch posterior collapse happen in a variational autoencoder, understand it, stop it.

Usage:
  collapsar [RUN | SESSION | PRESET | SETTINGS]  open the window, with the default demo ready
  collapsar --demo DIR [--updates N]             train the demo without a window; figures, CSV and verdict go to DIR
  collapsar figure RUN... --out FILE             write a figure of runs without a window
  collapsar animate RUN... --out FILE.gif|DIR    write the replay of runs as a GIF or numbered PNG pictures

Options:
  --theme system|light|dark                colours of the window
  --updates N                              end of both runs of the demo
  --kind KIND                              what the figure shows: posterior-means (default), curves, stage,
                                           rate-distortion, he2 (mean spaces over training), he3 (one
                                           example&apos;s way) or he4 (KL, mutual information, aggregate KL)
  --out FILE                               .png, .svg or .pdf
  --width MM --height MM                   size of the figure, 20 to 2000 mm
  --dpi N                                  dots per inch of a PNG, 36 to 1200 (300)
  --at N,N,...                             he2: updates of the columns; he3: from the first to the last
  --example N                              he3: which example, from 1
  --no-caption                             he2, he3, he4: notes and provenance in the metadata alone
  --from N --to N                          animate: range of updates (all)
  --fps N                                  animate: frames per second, 1 to 50 (12.5)
  --speed N                                animate: updates per frame (so that it takes 15 s)
  --size WxH                               animate: pixels (960x540)
  --title TEXT                             animate: first line of every frame
  --no-curves                              animate: mean spaces alone
  -h, --help                               these words
  -v, --version                            the version

Exit codes: 0 done, 1 could not be done (a file cannot be written, the run is busy), 2 wrong arguments,
3 a run, preset, settings file or its data cannot be used, 4 a run met NaN or infinity.
</source>
        <translation>观察变分自编码器中后验坍塌的发生，理解它，阻止它。

用法：
  collapsar [RUN | SESSION | PRESET | SETTINGS]  打开窗口，默认演示已就绪
  collapsar --demo DIR [--updates N]             不开窗口训练演示；图、CSV 和判定写入 DIR
  collapsar figure RUN... --out FILE             不开窗口绘制若干运行的图
  collapsar animate RUN... --out FILE.gif|DIR    将若干运行的回放写成 GIF 或带编号的 PNG 图片

选项：
  --theme system|light|dark                窗口配色
  --updates N                              演示的两个运行在第 N 次更新结束
  --kind KIND                              图的内容：posterior-means（默认）、curves、stage、
                                           rate-distortion、he2（训练过程中的均值空间）、
                                           he3（单个样本的路径）或 he4（KL、互信息、聚合 KL）
  --out FILE                               .png、.svg 或 .pdf
  --width MM --height MM                   图的尺寸，20 至 2000 mm
  --dpi N                                  PNG 每英寸点数，36 至 1200 (300)
  --at N,N,...                             he2：各列的更新；he3：从第一个到最后一个
  --example N                              he3：哪个样本，从 1 开始
  --no-caption                             he2、he3、he4：说明和来源只写入元数据
  --from N --to N                          animate：更新的范围（全部）
  --fps N                                  animate：每秒帧数，1 至 50 (12.5)
  --speed N                                animate：每帧更新次数（使时长为 15 秒）
  --size WxH                               animate：像素 (960x540)
  --title TEXT                             animate：每帧的第一行
  --no-curves                              animate：仅均值空间
  -h, --help                               显示本说明
  -v, --version                            显示版本

退出码：0 完成，1 无法完成（文件无法写入、运行被占用），2 参数错误，
3 运行、预设、设置文件或其数据无法使用，4 某个运行出现 NaN 或无穷大。
</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Data, batch and seed must be equal, but %1 is %2 in “%3” and %4 in “%5”.</source>
        <translation>数据、批次大小和种子必须相同，但%1在“%3”中为 %2，在“%5”中为 %4。</translation>
    </message>
    <message>
        <source>“%1” and “%2” are the same; change one of them.</source>
        <translation>“%1”与“%2”相同；请更改其中一个。</translation>
    </message>
    <message>
        <source>Tick two or more.</source>
        <translation>请勾选两个或更多。</translation>
    </message>
    <message>
        <source>Add a variant.</source>
        <translation>请添加一个变体。</translation>
    </message>
    <message>
        <source>At most %1 runs race at once.</source>
        <translation>最多 %1 个运行同时竞跑。</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1，种子 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>differences</comment>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>CurvePainter</name>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
</context>
<context>
    <name>CurveSpec</name>
    <message>
        <source>ELBO</source>
        <translation>ELBO</translation>
    </message>
    <message>
        <source>nats, validation</source>
        <translation>nat，验证集</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>upper bound</source>
        <translation>上界</translation>
    </message>
    <message>
        <source>Mutual information</source>
        <translation>互信息</translation>
    </message>
    <message>
        <source>nats / batch</source>
        <translation>nat / 批次</translation>
    </message>
    <message>
        <source>nats, full set</source>
        <translation>nat，全集</translation>
    </message>
    <message>
        <source>Active units</source>
        <translation>活跃单元</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>nats, probes</source>
        <translation>nat，探测句</translation>
    </message>
    <message>
        <source>Log likelihood</source>
        <translation>对数似然</translation>
    </message>
    <message>
        <source>Spread of true means</source>
        <translation>真实均值的离散度</translation>
    </message>
    <message>
        <source>sd, probes</source>
        <translation>标准差，探测句</translation>
    </message>
    <message>
        <source>Spread of approximate means</source>
        <translation>近似均值的离散度</translation>
    </message>
    <message>
        <source>Correlation of means</source>
        <translation>均值的相关系数</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>探测句</translation>
    </message>
    <message>
        <source>Mean gap</source>
        <translation>平均差距</translation>
    </message>
    <message>
        <source>Training ELBO</source>
        <translation>训练 ELBO</translation>
    </message>
    <message>
        <source>nats, own batch</source>
        <translation>nat，当前批次</translation>
    </message>
    <message>
        <source>Training reconstruction</source>
        <translation>训练重构</translation>
    </message>
    <message>
        <source>Training KL</source>
        <translation>训练 KL</translation>
    </message>
    <message>
        <source>Encoder gradient</source>
        <translation>编码器梯度</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Decoder gradient</source>
        <translation>解码器梯度</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 权重</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>Inner updates</source>
        <translation>内层更新</translation>
    </message>
    <message>
        <source>per update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>encoder updates</source>
        <translation>编码器更新</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>encoder update %1</source>
        <translation>编码器更新 %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>轮次 %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>Refined ELBO</source>
        <translation>细化后的 ELBO</translation>
    </message>
    <message>
        <source>Refined KL</source>
        <translation>细化后的 KL</translation>
    </message>
    <message>
        <source>KL of the aggregate posterior</source>
        <translation>聚合后验的 KL</translation>
    </message>
    <message>
        <source>Usage gap, shuffled z</source>
        <translation>使用差距，打乱的 z</translation>
    </message>
    <message>
        <source>Usage gap, prior z</source>
        <translation>使用差距，先验的 z</translation>
    </message>
    <message>
        <source>Cosine of features</source>
        <translation>特征的余弦相似度</translation>
    </message>
    <message>
        <source>mean of pairs</source>
        <translation>各对的平均</translation>
    </message>
    <message>
        <source>Effective rank of features</source>
        <translation>特征的有效秩</translation>
    </message>
    <message>
        <source>of the covariance</source>
        <translation>协方差</translation>
    </message>
    <message>
        <source>Linear probe</source>
        <translation>线性探针</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>IW-NLL</source>
        <translation>IW-NLL</translation>
    </message>
    <message>
        <source>nats, at the end</source>
        <translation>nat，结束时</translation>
    </message>
    <message>
        <source>IW perplexity</source>
        <translation>IW 困惑度</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>结束时</translation>
    </message>
</context>
<context>
    <name>DemoReport</name>
    <message>
        <source>ELBO %1 nats, KL %2 nats, mutual information %3 nats, active units %4 of %5, lag %6 nats.</source>
        <translation>ELBO %1 nat，KL %2 nat，互信息 %3 nat，活跃单元 %4/%5，滞后 %6 nat。</translation>
    </message>
    <message>
        <source>%1, after %2 updates: %3. %4 %5</source>
        <translation>%1，%2 次更新之后：%3。%4 %5</translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>Approximate and true means agree (correlation %1, gap %2).</source>
        <translation>近似均值与真实均值一致（相关系数 %1，差距 %2）。</translation>
    </message>
    <message>
        <source>The latent carries about %1 nats.</source>
        <translation>潜变量携带约 %1 nat 信息。</translation>
    </message>
    <message>
        <source>True means still spread (sd %1); the encoder answers 0 for everything (sd %2).</source>
        <translation>真实均值仍然分散（标准差 %1）；编码器对所有输入都输出 0（标准差 %2）。</translation>
    </message>
    <message>
        <source>True means still spread (sd %1); the encoder answers nearly the same for everything (sd %2).</source>
        <translation>真实均值仍然分散（标准差 %1）；编码器对所有输入的输出几乎相同（标准差 %2）。</translation>
    </message>
    <message>
        <source>True and approximate means both stay at 0 (sd %1 and %2).</source>
        <translation>真实均值和近似均值都停在 0（标准差 %1 和 %2）。</translation>
    </message>
    <message>
        <source>The approximate means stay at 0 (sd %1).</source>
        <translation>近似均值停在 0（标准差 %1）。</translation>
    </message>
    <message>
        <source>The latent carries nothing: the decoder does without it.</source>
        <translation>潜变量不携带任何信息：解码器不靠它也能工作。</translation>
    </message>
    <message>
        <source>Nothing measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
    <message>
        <source>Approximate means spread (sd %1).</source>
        <translation>近似均值分散（标准差 %1）。</translation>
    </message>
    <message>
        <source>Nothing has settled: true means spread by sd %1, approximate means by sd %2</source>
        <translation>尚无定论：真实均值的标准差为 %1，近似均值的标准差为 %2</translation>
    </message>
    <message>
        <source>, correlation %1.</source>
        <translation>，相关系数 %1。</translation>
    </message>
    <message>
        <source>Approximate means spread (sd %1); the true means do not (sd %2). The decoder ignores what the encoder says.</source>
        <translation>近似均值分散（标准差 %1），真实均值不分散（标准差 %2）。解码器忽略编码器的输出。</translation>
    </message>
    <message>
        <source>A number became infinite or undefined. Everything measured before is kept; start again with a smaller learning rate.</source>
        <translation>某个数值变为无穷大或未定义。此前的测量全部保留；请用更小的学习率重新开始。</translation>
    </message>
    <message>
        <source>Aggressive for %1 updates and still no rescue (sd %2 true, %3 approximate): the decoder has learnt to do without the latent. Re-initialise the decoder.</source>
        <translation>激进训练 %1 次更新仍未挽救（标准差：真实 %2，近似 %3）：解码器已学会不靠潜变量工作。请重新初始化解码器。</translation>
    </message>
    <message>
        <source>The encoder lags, and the decoder is learning to do without it.</source>
        <translation>编码器滞后，解码器正在学会不靠它工作。</translation>
    </message>
    <message>
        <source>one encoder step</source>
        <translation>编码器单步</translation>
    </message>
    <message>
        <source>one decoder step</source>
        <translation>解码器单步</translation>
    </message>
    <message>
        <source>decoder re-initialised</source>
        <translation>解码器已重新初始化</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>激进</translation>
    </message>
    <message>
        <source>%1 set to %2</source>
        <translation>%1 设为 %2</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>setting, old value, new value</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: detail</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation>预热中</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Inference collapse</source>
        <translation>推断坍塌</translation>
    </message>
    <message>
        <source>Model collapse</source>
        <translation>模型坍塌</translation>
    </message>
    <message>
        <source>Posterior collapse</source>
        <translation>后验坍塌</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Preparing the data ...</source>
        <translation>正在准备数据 ...</translation>
    </message>
    <message>
        <source>Press Start to train.</source>
        <translation>按“开始”进行训练。</translation>
    </message>
    <message>
        <source>Finished at update %1.</source>
        <translation>在更新 %1 完成。</translation>
    </message>
    <message>
        <source>Stopped at update %1; it can be resumed from there.</source>
        <translation>在更新 %1 停止；可从该处继续。</translation>
    </message>
    <message>
        <source>Diverged at update %1: a number became infinite or undefined. What came before is kept; reset and try a smaller learning rate.</source>
        <translation>在更新 %1 发散：某个数值变为无穷大或未定义。此前的内容全部保留；请重置并尝试更小的学习率。</translation>
    </message>
    <message>
        <source>These settings cannot be used</source>
        <translation>这些设置无法使用</translation>
    </message>
    <message>
        <source>The file is missing</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>The file was written by a newer version</source>
        <translation>文件由更新的版本写入</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>无法写入文件</translation>
    </message>
    <message>
        <source>The data cannot be used</source>
        <translation>数据无法使用</translation>
    </message>
    <message>
        <source>The data have changed since the run was trained</source>
        <translation>运行训练之后数据已改变</translation>
    </message>
    <message>
        <source>The run is in use elsewhere</source>
        <translation>该运行正在别处使用</translation>
    </message>
    <message>
        <source>Stopped on request</source>
        <translation>已按要求停止</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>程序内部出错</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>burn-in ended: mutual information fell</source>
        <translation>预烧期结束：互信息下降</translation>
    </message>
    <message>
        <source>learning rate cut to %1</source>
        <translation>学习率下调至 %1</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>computed differently from here</source>
        <translation>由此起计算方式不同</translation>
    </message>
    <message>
        <source>rewound to update %1</source>
        <translation>回退到更新 %1</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Encoder first at every update.</source>
        <translation>每次更新都先训练编码器。</translation>
    </message>
    <message>
        <source>Burn-in: MI %1, ends when it falls.</source>
        <translation>预烧期：MI %1，下降时结束。</translation>
    </message>
    <message>
        <source>Burn-in: until MI falls after an epoch.</source>
        <translation>预烧期：直到某轮次后 MI 下降。</translation>
    </message>
    <message>
        <source>Burn-in ended at update %1.</source>
        <translation>预烧期在更新 %1 结束。</translation>
    </message>
    <message>
        <source>Burn-in has ended.</source>
        <translation>预烧期已结束。</translation>
    </message>
    <message>
        <source>inner %1 (stops at %2)</source>
        <translation>内层 %1（到 %2 停止）</translation>
    </message>
    <message>
        <source>inner %1 (stops at %2 ... %3)</source>
        <translation>内层 %1（到 %2 ... %3 停止）</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <comment>smaller than</comment>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>– updates/s</source>
        <translation>– 更新/秒</translation>
    </message>
    <message>
        <source>%1 updates/s</source>
        <translation>%1 更新/秒</translation>
    </message>
    <message>
        <source>Inner clip: the encoder&apos;s own norm (not the published rule).</source>
        <translation>内层裁剪：仅用编码器自身的范数（不是论文的规则）。</translation>
    </message>
    <message>
        <source>The objective or the posterior is not the plain one, so its optimum is not the diagonal.</source>
        <translation>目标函数或后验不是普通形式，因此其最优点不在对角线上。</translation>
    </message>
    <message>
        <source>Pretraining: KL weight 0 until update %1, then a new decoder.</source>
        <translation>预训练：到更新 %1 为止 KL 权重为 0，之后换用新的解码器。</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>&lt;b&gt;Collapsar %1&lt;/b&gt;&lt;p&gt;Watch posterior collapse happen, understand it, stop it.&lt;/p&gt;&lt;p&gt;Qt %2 · QCustomPlot %3&lt;br&gt;%4&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Collapsar %1&lt;/b&gt;&lt;p&gt;观察后验坍塌的发生，理解它，阻止它。&lt;/p&gt;&lt;p&gt;Qt %2 · QCustomPlot %3&lt;br&gt;%4&lt;/p&gt;&lt;p&gt;自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Collapsar</source>
        <translation>关于 Collapsar</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>He et al. synthetic · %L1 sentences · vocabulary %L2</source>
        <translation>He 等人的合成数据 · %L1 句 · 词汇量 %L2</translation>
    </message>
</context>
<context>
    <name>RunColumnText</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Tick to show the run; F2 renames it</source>
        <translation>勾选以显示该运行；F2 重命名</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>What differs from plain ELBO training, as started; live: switches were made since</source>
        <translation>启动时与普通 ELBO 训练的不同之处；“有改动”：之后操作过开关</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父运行</translation>
    </message>
    <message>
        <source>The run it was forked from, and at which update</source>
        <translation>从哪个运行、在哪次更新分支而来</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Runs with one seed share first weights, batches and noise</source>
        <translation>种子相同的运行共用初始权重、批次和噪声</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What the run does now</source>
        <translation>运行当前在做什么</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Completed outer updates</source>
        <translation>已完成的外层更新次数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Training time, all sittings</source>
        <translation>训练时间，含各次继续训练</translation>
    </message>
    <message>
        <source>ELBO</source>
        <translation>ELBO</translation>
    </message>
    <message>
        <source>Validation ELBO of the newest scheduled evaluation, in nats; one sample of z per example</source>
        <translation>最近一次定期评估的验证集 ELBO，nat；每个样本抽取一个 z</translation>
    </message>
    <message>
        <source>NLL</source>
        <translation>NLL</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>KL of the newest scheduled evaluation in nats, exact</source>
        <translation>最近一次定期评估的 KL，nat，精确值</translation>
    </message>
    <message>
        <source>MI, batch</source>
        <translation>MI，批次</translation>
    </message>
    <message>
        <source>Mutual information inside each batch of B in nats, ceiling ln B (He et al. 2019); newest scheduled evaluation</source>
        <translation>每个大小为 B 的批次内的互信息，nat，上限 ln B（He 等人 2019）；最近一次定期评估</translation>
    </message>
    <message>
        <source>MI</source>
        <translation>MI</translation>
    </message>
    <message>
        <source>Mutual information over all N evaluated examples in nats, ceiling ln N; newest scheduled evaluation</source>
        <translation>全部 N 个评估样本上的互信息，nat，上限 ln N；最近一次定期评估</translation>
    </message>
    <message>
        <source>AU</source>
        <translation>AU</translation>
    </message>
    <message>
        <source>Active units of the newest scheduled evaluation (Burda et al. 2016)</source>
        <translation>最近一次定期评估的活跃单元（Burda 等人 2016）</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Highest validation ELBO of all scheduled evaluations, in nats</source>
        <translation>所有定期评估中最高的验证集 ELBO，nat</translation>
    </message>
    <message>
        <source>Best at</source>
        <translation>最佳位置</translation>
    </message>
    <message>
        <source>Completed updates at the best validation ELBO</source>
        <translation>验证集 ELBO 最佳时已完成的更新次数</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>A word of your own to group runs by; double-click to write it</source>
        <translation>自定的词，用于将运行分组；双击输入</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Your own words; double-click to write</source>
        <translation>自由填写；双击输入</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>aggressive</source>
        <translation>激进</translation>
    </message>
    <message>
        <source>aggressive always</source>
        <translation>始终激进</translation>
    </message>
    <message>
        <source>annealing</source>
        <translation>退火</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>跳跃</translation>
    </message>
    <message>
        <source>frozen encoder</source>
        <translation>冻结编码器</translation>
    </message>
    <message>
        <source>frozen decoder</source>
        <translation>冻结解码器</translation>
    </message>
    <message>
        <source>pooling %1</source>
        <translation>池化 %1</translation>
    </message>
    <message>
        <source>beta %1</source>
        <translation>beta %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>run, update</comment>
        <translation>%1，更新 %2</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <comment>mean, standard deviation</comment>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 个运行</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <comment>more than one</comment>
        <translation>%1 个运行</translation>
    </message>
    <message>
        <source>%1, live</source>
        <comment>strategy, with switches made since</comment>
        <translation>%1，有改动</translation>
    </message>
    <message>
        <source>KL from the encoder&apos;s posterior to the true one over the probes, in nats</source>
        <translation>编码器的后验到真实后验的 KL，在探测句上的平均值，nat</translation>
    </message>
    <message>
        <source>-log p(x) in nats: exact of a language model, importance-weighted at the end of a run with importance samples, else minus the ELBO, an upper bound</source>
        <translation>-log p(x)，nat：语言模型为精确值；设有重要性采样的运行在结束时为重要性加权估计；否则为 ELBO 的相反数，即上界</translation>
    </message>
    <message>
        <source>IW-NLL</source>
        <translation>IW-NLL</translation>
    </message>
    <message>
        <source>Importance-weighted NLL in nats, measured when a run with importance samples has ended; an upper bound in expectation, exact of a language model</source>
        <translation>重要性加权的 NLL，nat，设有重要性采样的运行结束时测量；期望意义上的上界，语言模型为精确值</translation>
    </message>
    <message>
        <source>Refined ELBO</source>
        <translation>细化后的 ELBO</translation>
    </message>
    <message>
        <source>ELBO of the posteriors after the refinement steps of SA-VAE, in nats; newest scheduled evaluation</source>
        <translation>经 SA-VAE 细化步之后的后验的 ELBO，nat；最近一次定期评估</translation>
    </message>
    <message>
        <source>Refined KL</source>
        <translation>细化后的 KL</translation>
    </message>
    <message>
        <source>KL of the refined posteriors in nats; newest scheduled evaluation</source>
        <translation>细化后的后验的 KL，nat；最近一次定期评估</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>探针</translation>
    </message>
    <message>
        <source>Share of labels that a linear probe reads off the posterior means; newest scheduled evaluation</source>
        <translation>线性探针从后验均值中正确读出的标签比例；最近一次定期评估</translation>
    </message>
    <message>
        <source>Feature cosine</source>
        <translation>特征余弦</translation>
    </message>
    <message>
        <source>Mean cosine over pairs of encoder features; 1: all point the same way</source>
        <translation>编码器特征各对之间余弦相似度的平均；1：方向全部相同</translation>
    </message>
    <message>
        <source>Feature rank</source>
        <translation>特征秩</translation>
    </message>
    <message>
        <source>Effective rank of encoder features; newest scheduled evaluation</source>
        <translation>编码器特征的有效秩；最近一次定期评估</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器时间</translation>
    </message>
    <message>
        <source>Processor time of training at the newest scheduled evaluation: what a busy machine does not stretch</source>
        <translation>到最近一次定期评估为止训练所用的处理器时间：不因机器繁忙而变长</translation>
    </message>
    <message>
        <source>Per update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <source>Milliseconds for each update: processor time, or training time where that was not recorded</source>
        <translation>每次更新的毫秒数：处理器时间，未记录时为训练时间</translation>
    </message>
    <message>
        <source>Time / basic</source>
        <translation>时间 / 基本</translation>
    </message>
    <message>
        <source>Time of the whole finished run, divided by that of the basic run on the same data</source>
        <translation>整个已完成运行的时间，除以相同数据上基本运行的时间</translation>
    </message>
    <message>
        <source>Per update / basic</source>
        <translation>每次更新 / 基本</translation>
    </message>
    <message>
        <source>Time for each update, divided by that of the basic run on the same data</source>
        <translation>每次更新的时间，除以相同数据上基本运行的时间</translation>
    </message>
    <message>
        <source>cyclical</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>hold-then-ramp</source>
        <translation>先保持再上升</translation>
    </message>
    <message>
        <source>pretrained</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>inner %1</source>
        <translation>内层 %1</translation>
    </message>
    <message>
        <source>free bits %1</source>
        <translation>自由比特 %1</translation>
    </message>
    <message>
        <source>free bits %1 per example</source>
        <translation>自由比特 %1（按样本）</translation>
    </message>
    <message>
        <source>free bits %1 per batch</source>
        <translation>自由比特 %1（按批次）</translation>
    </message>
    <message>
        <source>free bits %1 per example and dimension</source>
        <translation>自由比特 %1（按样本和维）</translation>
    </message>
    <message>
        <source>word dropout %1</source>
        <translation>词 dropout %1</translation>
    </message>
</context>
<context>
    <name>SettingText</name>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>|Max|</source>
        <translation>|最大|</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Training</source>
        <comment>group of settings</comment>
        <translation>训练</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Type a whole number from %1 to %2.</source>
        <translation>请输入 %1 到 %2 的整数。</translation>
    </message>
    <message>
        <source>Type a number from %1 to %2.</source>
        <translation>请输入 %1 到 %2 的数。</translation>
    </message>
    <message>
        <source>Type a whole number from 0 to 18446744073709551615.</source>
        <translation>请输入 0 到 18446744073709551615 的整数。</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>请指定文件。</translation>
    </message>
    <message>
        <source>Choose one of %1.</source>
        <translation>请选择其中之一：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Joint norm</source>
        <translation>联合范数</translation>
    </message>
    <message>
        <source>Encoder&apos;s own</source>
        <translation>仅编码器</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Spread evenly</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>He et al.</source>
        <translation>He 等人</translation>
    </message>
    <message>
        <source>Kim et al.</source>
        <translation>Kim 等人</translation>
    </message>
    <message>
        <source>Cyclical</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Hold, then ramp</source>
        <translation>先保持再上升</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Per dimension</source>
        <translation>按维</translation>
    </message>
    <message>
        <source>Per example</source>
        <translation>按样本</translation>
    </message>
    <message>
        <source>Batch mean</source>
        <translation>批次均值</translation>
    </message>
    <message>
        <source>Per example and dimension</source>
        <translation>按样本和维</translation>
    </message>
    <message>
        <source>Through the steps</source>
        <translation>穿过各步</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>一阶</translation>
    </message>
    <message>
        <source>KL to the refined</source>
        <translation>到细化后验的 KL</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>先验</translation>
    </message>
    <message>
        <source>Fixed distance</source>
        <translation>固定距离</translation>
    </message>
    <message>
        <source>Fixed factor</source>
        <translation>固定系数</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Batch-normalised means</source>
        <translation>批归一化均值</translation>
    </message>
    <message>
        <source>KL floor</source>
        <translation>KL 下限</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>Training text</source>
        <translation>训练文本</translation>
    </message>
    <message>
        <source>Validation text</source>
        <translation>验证文本</translation>
    </message>
    <message>
        <source>Test text</source>
        <translation>测试文本</translation>
    </message>
    <message>
        <source>Generator seed</source>
        <translation>生成器种子</translation>
    </message>
    <message>
        <source>Training sentences</source>
        <translation>训练句数</translation>
    </message>
    <message>
        <source>Validation sentences</source>
        <translation>验证句数</translation>
    </message>
    <message>
        <source>Test sentences</source>
        <translation>测试句数</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词汇量</translation>
    </message>
    <message>
        <source>Sentence length</source>
        <translation>句长</translation>
    </message>
    <message>
        <source>Latent scale</source>
        <translation>潜变量尺度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Latent dimensions</source>
        <translation>潜变量维数</translation>
    </message>
    <message>
        <source>Word embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>Encoder LSTM</source>
        <translation>编码器 LSTM</translation>
    </message>
    <message>
        <source>Decoder LSTM</source>
        <translation>解码器 LSTM</translation>
    </message>
    <message>
        <source>Word dropout</source>
        <translation>词 dropout</translation>
    </message>
    <message>
        <source>Feature dropout</source>
        <translation>特征 dropout</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Initial embeddings</source>
        <translation>初始嵌入</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Skip path</source>
        <translation>跳跃连接</translation>
    </message>
    <message>
        <source>Aggressive encoder updates</source>
        <translation>激进编码器更新</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 权重</translation>
    </message>
    <message>
        <source>KL schedule</source>
        <translation>KL 调度</translation>
    </message>
    <message>
        <source>KL weight at the start</source>
        <translation>初始 KL 权重</translation>
    </message>
    <message>
        <source>KL warm-up</source>
        <translation>KL 退火时长</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Encoder learning rate</source>
        <translation>编码器学习率</translation>
    </message>
    <message>
        <source>Freeze encoder</source>
        <translation>冻结编码器</translation>
    </message>
    <message>
        <source>Freeze decoder</source>
        <translation>冻结解码器</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Inner window</source>
        <translation>内层窗口</translation>
    </message>
    <message>
        <source>Inner limit</source>
        <translation>内层上限</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>First cut</source>
        <translation>首次下调</translation>
    </message>
    <message>
        <source>Cut factor</source>
        <translation>下调系数</translation>
    </message>
    <message>
        <source>Last cut</source>
        <translation>末次下调</translation>
    </message>
    <message>
        <source>Shards</source>
        <translation>分片</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>评估间隔</translation>
    </message>
    <message>
        <source>Evaluated sentences</source>
        <translation>评估句数</translation>
    </message>
    <message>
        <source>Probes from</source>
        <translation>探测句来源</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>探测句数</translation>
    </message>
    <message>
        <source>Active unit</source>
        <translation>活跃单元</translation>
    </message>
    <message>
        <source>Verdict: spread</source>
        <translation>判定：离散度</translation>
    </message>
    <message>
        <source>Verdict: correlation</source>
        <translation>判定：相关系数</translation>
    </message>
    <message>
        <source>Verdict: gap</source>
        <translation>判定：差距</translation>
    </message>
    <message>
        <source>synthetic for the sequences of He et al. 2019, or a text file with one sentence per line (.txt or .txt.gz)</source>
        <translation>synthetic 表示 He 等人 2019 的序列；或每行一句的文本文件（.txt 或 .txt.gz）</translation>
    </message>
    <message>
        <source>Fixes the synthetic sentences; He et al. 2019 used this number with another generator of random numbers</source>
        <translation>决定合成句子；He 等人 2019 使用同一数值，但随机数生成器不同</translation>
    </message>
    <message>
        <source>Synthetic sentences to train on (He et al. 2019: 16,000)</source>
        <translation>用于训练的合成句子（He 等人 2019：16,000）</translation>
    </message>
    <message>
        <source>Synthetic sentences to validate on (He et al. 2019: 2,000)</source>
        <translation>用于验证的合成句子（He 等人 2019：2,000）</translation>
    </message>
    <message>
        <source>Synthetic sentences kept for the test (He et al. 2019: 2,000)</source>
        <translation>留作测试的合成句子（He 等人 2019：2,000）</translation>
    </message>
    <message>
        <source>Different words the generator can use (He et al. 2019: 1,000)</source>
        <translation>生成器可用的不同词数（He 等人 2019：1,000）</translation>
    </message>
    <message>
        <source>Words in every synthetic sentence (He et al. 2019: 10)</source>
        <translation>每个合成句子的词数（He 等人 2019：10）</translation>
    </message>
    <message>
        <source>The generator&apos;s latent-to-vocabulary weights are uniform in plus or minus this (He et al. 2019: 5); larger makes sentences depend on the latent more</source>
        <translation>生成器从潜变量到词汇的权重在正负此值之间均匀分布（He 等人 2019：5）；越大，句子越依赖潜变量</translation>
    </message>
    <message>
        <source>Fixes every random draw of the run: weights, order, noise, dropout</source>
        <translation>决定运行中的所有随机抽样：权重、顺序、噪声、dropout</translation>
    </message>
    <message>
        <source>Width of the encoder&apos;s and of the decoder&apos;s word embeddings</source>
        <translation>编码器和解码器词嵌入的宽度</translation>
    </message>
    <message>
        <source>Width of the encoder&apos;s LSTM</source>
        <translation>编码器 LSTM 的宽度</translation>
    </message>
    <message>
        <source>Width of the decoder&apos;s LSTM</source>
        <translation>解码器 LSTM 的宽度</translation>
    </message>
    <message>
        <source>Probability of dropping a unit of the decoder&apos;s word embeddings in training (He et al. 2019: 0.5)</source>
        <translation>训练时丢弃解码器词嵌入单元的概率（He 等人 2019：0.5）</translation>
    </message>
    <message>
        <source>Probability of dropping a unit of the decoder&apos;s features before the vocabulary in training (He et al. 2019: 0.5)</source>
        <translation>训练时丢弃解码器词汇层之前特征单元的概率（He 等人 2019：0.5）</translation>
    </message>
    <message>
        <source>Every weight but the embeddings starts uniform in plus or minus this (He et al. 2019: 0.01; Kim et al. 2018: 0.1)</source>
        <translation>除嵌入外，所有权重的初值在正负此值之间均匀分布（He 等人 2019：0.01；Kim 等人 2018：0.1）</translation>
    </message>
    <message>
        <source>Word embeddings start uniform in plus or minus this (He et al. 2019: 0.1)</source>
        <translation>词嵌入的初值在正负此值之间均匀分布（He 等人 2019：0.1）</translation>
    </message>
    <message>
        <source>How the encoder&apos;s states become one feature: the last one, or mean or max over time (Long et al. 2019); absmax, the value farthest from 0, is our own</source>
        <translation>编码器各状态如何合为一个特征：取末态，或取时间上的均值或最大（Long 等人 2019）；absmax 取离 0 最远的值，为本程序自创</translation>
    </message>
    <message>
        <source>Feeds z to the features before the vocabulary too (Dieng et al. 2019)</source>
        <translation>将 z 也送入词汇层之前的特征（Dieng 等人 2019）</translation>
    </message>
    <message>
        <source>Trains the encoder to its limit before each decoder update (He et al. 2019, algorithm 1): off, auto until validation MI falls, or always on</source>
        <translation>每次解码器更新前把编码器训练到极限（He 等人 2019，算法 1）：关，自动（直到验证集 MI 下降），或始终开</translation>
    </message>
    <message>
        <source>Factor on the KL term of the objective; 1 is the ELBO, below 1 a beta-VAE (Higgins et al. 2017)</source>
        <translation>目标函数中 KL 项的系数；1 为 ELBO，小于 1 为 beta-VAE（Higgins 等人 2017）</translation>
    </message>
    <message>
        <source>SGD without momentum (He et al. 2019, text) or Adam; encoder and decoder have one each</source>
        <translation>无动量的 SGD（He 等人 2019，文本）或 Adam；编码器和解码器各有一个</translation>
    </message>
    <message>
        <source>Step size of the decoder, and of the encoder unless that has its own (He et al. 2019: 1 with SGD, 0.001 with Adam)</source>
        <translation>解码器的步长；编码器若未单独设置也用此值（He 等人 2019：SGD 为 1，Adam 为 0.001）</translation>
    </message>
    <message>
        <source>Step size of the encoder; 0: as the decoder&apos;s</source>
        <translation>编码器的步长；0：与解码器相同</translation>
    </message>
    <message>
        <source>Leaves the encoder&apos;s weights as they are</source>
        <translation>保持编码器的权重不变</translation>
    </message>
    <message>
        <source>Leaves the decoder&apos;s weights as they are</source>
        <translation>保持解码器的权重不变</translation>
    </message>
    <message>
        <source>Sentences in a batch, all of one length (He et al. 2019: 16 here, 32 for text)</source>
        <translation>一个批次中的句数，句长均相同（He 等人 2019：此处 16，文本 32）</translation>
    </message>
    <message>
        <source>Decoder updates after which the run is finished</source>
        <translation>运行完成时的解码器更新次数</translation>
    </message>
    <message>
        <source>Limit on the joint gradient norm of encoder and decoder (He et al. 2019: 5)</source>
        <translation>编码器与解码器联合梯度范数的上限（He 等人 2019：5）</translation>
    </message>
    <message>
        <source>Encoder updates over which the inner rule averages the loss before it compares (He et al. 2019: 15 for text)</source>
        <translation>内层规则在比较之前对损失取平均的编码器更新次数（He 等人 2019：文本为 15）</translation>
    </message>
    <message>
        <source>The inner loop ends before this many encoder updates (He et al. 2019: 100)</source>
        <translation>内层循环在达到此编码器更新次数之前结束（He 等人 2019：100）</translation>
    </message>
    <message>
        <source>Epochs without a better validation ELBO before the learning rate is cut (He et al. 2019: 2); 0: never cut</source>
        <translation>验证集 ELBO 连续多少轮次未改善即下调学习率（He 等人 2019：2）；0：从不下调</translation>
    </message>
    <message>
        <source>Epoch before which the learning rate is not cut (He et al. 2019: 15 for text, 0 here)</source>
        <translation>在此轮次之前不下调学习率（He 等人 2019：文本为 15，此处为 0）</translation>
    </message>
    <message>
        <source>What a cut multiplies the learning rate with (He et al. 2019: 0.5)</source>
        <translation>每次下调时学习率乘以的系数（He 等人 2019：0.5）</translation>
    </message>
    <message>
        <source>Training ends at this many cuts of the learning rate (He et al. 2019: 5)</source>
        <translation>学习率下调达到此次数时训练结束（He 等人 2019：5）</translation>
    </message>
    <message>
        <source>Updates between scheduled evaluations, the only ones that decide anything; 0: at the end of each epoch</source>
        <translation>两次定期评估之间的更新次数，只有定期评估才影响决策；0：在每个轮次结束时</translation>
    </message>
    <message>
        <source>How many validation sentences a scheduled evaluation uses; 0: all</source>
        <translation>一次定期评估使用的验证句数；0：全部</translation>
    </message>
    <message>
        <source>Which sentences the posterior mean space shows, the first ones of training (He et al. 2019, figure 2) or of validation</source>
        <translation>后验均值空间显示哪些句子：训练集（He 等人 2019，图 2）或验证集的前若干句</translation>
    </message>
    <message>
        <source>How many sentences the posterior mean space shows (He et al. 2019: 500)</source>
        <translation>后验均值空间显示的句数（He 等人 2019：500）</translation>
    </message>
    <message>
        <source>A latent dimension is active when its posterior mean&apos;s variance is at least this (Burda et al. 2016: 0.01)</source>
        <translation>潜变量某一维的后验均值方差不小于此值时，该维为活跃（Burda 等人 2016：0.01）</translation>
    </message>
    <message>
        <source>A spread of posterior means below this counts as none</source>
        <translation>后验均值的离散度低于此值时视为没有</translation>
    </message>
    <message>
        <source>In step needs a correlation of true and approximate means above this</source>
        <translation>判定“同步”要求真实均值与近似均值的相关系数高于此值</translation>
    </message>
    <message>
        <source>In step needs a mean gap below this share of the true means&apos; spread</source>
        <translation>判定“同步”要求平均差距低于真实均值离散度的这一比例</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>句</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>维</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>次更新</translation>
    </message>
    <message>
        <source>cuts</source>
        <translation>次下调</translation>
    </message>
    <message>
        <source>Name a text file, or synthetic.</source>
        <translation>请指定文本文件，或 synthetic。</translation>
    </message>
    <message>
        <source>The synthetic data bring their own validation split: leave validation empty, or name a training text.</source>
        <translation>合成数据自带验证划分：请将验证文本留空，或指定训练文本。</translation>
    </message>
    <message>
        <source>The synthetic data bring their own test split: leave test empty, or name a training text.</source>
        <translation>合成数据自带测试划分：请将测试文本留空，或指定训练文本。</translation>
    </message>
    <message>
        <source>With encoder and decoder frozen nothing is trained: free one of them.</source>
        <translation>编码器和解码器都冻结时不会训练任何部分：请解冻其中之一。</translation>
    </message>
    <message>
        <source>Each shard needs a sentence: shards must not be above batch.</source>
        <translation>每个分片至少需要一句：shards 不得大于 batch。</translation>
    </message>
    <message>
        <source>Inner clip</source>
        <translation>内层裁剪</translation>
    </message>
    <message>
        <source>What an encoder-only update clips on: the joint norm (He et al. 2019, released code), or the encoder&apos;s own norm, which needs no decoder gradients and is faster but is not the published rule</source>
        <translation>仅编码器的更新按什么范数裁剪：联合范数 (He 等人 2019，公开代码)，或编码器自身的范数；后者不需要解码器梯度，更快，但不是论文的规则</translation>
    </message>
    <message>
        <source>Parts a batch is split into. 1: one core trains, the other measures. 2: both cores train one run, which suits it with no other work beside it, and share the measuring; the result differs in its last bits</source>
        <translation>批次分成的份数。1：一个核心训练，另一个测量。2：两个核心一起训练一个运行，并分担测量，适合没有其他工作时；结果的最后几位会不同</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证集比例</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试集比例</translation>
    </message>
    <message>
        <source>Held-out sentences</source>
        <translation>留出的句子</translation>
    </message>
    <message>
        <source>Shortest sentence</source>
        <translation>最短句长</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>最长句长</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>词汇表大小</translation>
    </message>
    <message>
        <source>Embedding dropout</source>
        <translation>嵌入 dropout</translation>
    </message>
    <message>
        <source>KL hold</source>
        <translation>KL 保持时长</translation>
    </message>
    <message>
        <source>KL cycles</source>
        <translation>KL 周期数</translation>
    </message>
    <message>
        <source>KL period</source>
        <translation>KL 周期长度</translation>
    </message>
    <message>
        <source>KL ramp share</source>
        <translation>KL 上升占比</translation>
    </message>
    <message>
        <source>KL ramp shape</source>
        <translation>KL 上升形状</translation>
    </message>
    <message>
        <source>Free bits</source>
        <translation>自由比特</translation>
    </message>
    <message>
        <source>Pretraining</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>Inner updates</source>
        <translation>内层更新</translation>
    </message>
    <message>
        <source>Text file that scheduled evaluations use; empty: the generator&apos;s own split, or a share of the training text</source>
        <translation>定期评估使用的文本文件；留空：生成器自带的划分，或训练文本的一部分</translation>
    </message>
    <message>
        <source>Text file for final figures; empty: as validation, or a share of the training text</source>
        <translation>用于最终数值的文本文件；留空：与验证集相同，或训练文本的一部分</translation>
    </message>
    <message>
        <source>Whether each line of text is LABEL, tab, sentence; auto: it is when every line of the training text has one tab, after a single word, and there are at most 1,000 different ones</source>
        <translation>文本的每行是否为“标签、制表符、句子”；自动：训练文本每行都恰有一个制表符，其前为单个词，且不同的词不超过 1,000 个时，视为是</translation>
    </message>
    <message>
        <source>How much of the training text is kept for validation when no validation text is named; rounded down to whole sentences, at least one</source>
        <translation>未指定验证文本时，训练文本中留作验证的比例；向下取整到整句，至少一句</translation>
    </message>
    <message>
        <source>How much of the training text is kept for the test when no test text is named; 0: the test has the sentences of validation</source>
        <translation>未指定测试文本时，训练文本中留作测试的比例；0：测试使用验证集的句子</translation>
    </message>
    <message>
        <source>Which sentences of the training text are kept for validation and test: the last ones, or spread evenly, for a text that is sorted</source>
        <translation>训练文本中哪些句子留作验证和测试：末尾的句子，或均匀分布的句子（适合已排序的文本）</translation>
    </message>
    <message>
        <source>Sentences of a text file with fewer words are left out (Kim et al. 2018: 1)</source>
        <translation>文本文件中词数少于此值的句子会被排除（Kim 等人 2018：1）</translation>
    </message>
    <message>
        <source>Sentences of a text file with more words are left out (Kim et al. 2018: 200); 0: none are, and a line of more than 2,000 words is an error</source>
        <translation>文本文件中词数多于此值的句子会被排除（Kim 等人 2018：200）；0：不排除，超过 2,000 个词的行视为错误</translation>
    </message>
    <message>
        <source>How many words of a text file the model knows, the most frequent ones of the training text, of equals those that come first (Kim et al. 2018: 70,000); 0: all</source>
        <translation>模型所知的文本文件词数，按训练文本中的词频从高到低选取，词频相同则先出现者优先（Kim 等人 2018：70,000）；0：全部</translation>
    </message>
    <message>
        <source>Words that the training text has fewer times than this are read as unknown</source>
        <translation>在训练文本中出现次数少于此值的词按未知词读取</translation>
    </message>
    <message>
        <source>Probability that a word the decoder reads becomes &lt;unk&gt; in training (Bowman et al. 2016); the words it predicts and the encoder&apos;s stay</source>
        <translation>训练时解码器读入的词变为 &lt;unk&gt; 的概率（Bowman 等人 2016）；解码器预测的词和编码器的词不变</translation>
    </message>
    <message>
        <source>How the KL weight comes to its value: constant, rising linearly (Bowman et al. 2016), rising again in every cycle (cyclical, Fu et al. 2019), or held at the start before it rises (hold, He et al. 2019)</source>
        <translation>KL 权重如何达到设定值：恒定，线性上升（Bowman 等人 2016），每个周期重新上升（cyclical，Fu 等人 2019），或先保持初始值再上升（hold，He 等人 2019）</translation>
    </message>
    <message>
        <source>Where a rising schedule, or each of its cycles, begins (He et al. 2019: 0.1 for linear, 0 for hold; Fu et al. 2019: 0)</source>
        <translation>上升的调度或其每个周期的起始值（He 等人 2019：线性为 0.1，hold 为 0；Fu 等人 2019：0）</translation>
    </message>
    <message>
        <source>How long the linear schedule, or the ramp of hold, rises (He et al. 2019: 10)</source>
        <translation>线性调度或 hold 的上升段持续多久（He 等人 2019：10）</translation>
    </message>
    <message>
        <source>How long the hold schedule keeps the KL weight at its start before the ramp</source>
        <translation>hold 调度在上升之前让 KL 权重保持初始值多久</translation>
    </message>
    <message>
        <source>Cycles of the cyclical schedule over the run&apos;s updates, where no period is given (Fu et al. 2019: 4)</source>
        <translation>未指定周期长度时，cyclical 调度在运行的全部更新中的周期数（Fu 等人 2019：4）</translation>
    </message>
    <message>
        <source>Length of a cycle of the cyclical schedule, repeated to the end of the run; 0: the run&apos;s updates divided by the KL cycles</source>
        <translation>cyclical 调度一个周期的长度，重复到运行结束；0：运行的更新次数除以 KL 周期数</translation>
    </message>
    <message>
        <source>Share of a cycle in which the KL weight rises; it then stays (Fu et al. 2019: 0.5)</source>
        <translation>一个周期中 KL 权重上升所占的比例；之后保持不变（Fu 等人 2019：0.5）</translation>
    </message>
    <message>
        <source>How the KL weight rises in a cycle (Fu et al. 2019)</source>
        <translation>KL 权重在一个周期内如何上升（Fu 等人 2019）</translation>
    </message>
    <message>
        <source>KL up to this target costs nothing and has no gradient: in nats for each dimension with the kind dimension, else in nats for all dimensions together (Kingma et al. 2016; Li et al. 2019: 8 for 32 dimensions); 0: none. Reported KL and ELBO do without it</source>
        <translation>不超过此目标的 KL 不计代价，也没有梯度：对象为 dimension 时是每一维的 nat，否则是所有维合计的 nat（Kingma 等人 2016；Li 等人 2019：32 维时为 8）；0：无。报告的 KL 和 ELBO 不使用它</translation>
    </message>
    <message>
        <source>What the target is compared with: each dimension&apos;s KL averaged over the batch (dimension, Kingma et al. 2016); or, of Li et al. 2019, each example&apos;s KL (example), the batch&apos;s average (batch), or each example&apos;s KL in each dimension, with the target divided by the dimensions (example_dimension)</source>
        <translation>目标与什么比较：每一维在批次上平均的 KL（dimension，Kingma 等人 2016）；或按 Li 等人 2019，每个样本的 KL（example）、批次的平均（batch），或每个样本每一维的 KL，此时目标除以维数（example_dimension）</translation>
    </message>
    <message>
        <source>Epochs as an autoencoder, with KL weight 0 and no aggressive updates; then the decoder is drawn afresh and schedule, free bits and patience begin (Li et al. 2019); 0: none</source>
        <translation>作为自编码器训练的轮次，KL 权重为 0，无激进更新；之后重新初始化解码器，调度、自由比特和耐心才开始（Li 等人 2019）；0：无</translation>
    </message>
    <message>
        <source>Encoder updates before each decoder update while aggressive updates are on: exactly this many (He et al. 2019, ablation: 10); 0: until the inner rule ends them</source>
        <translation>激进更新开启时，每次解码器更新前的编码器更新次数：恰为此数（He 等人 2019，消融实验：10）；0：直到内层规则结束</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>个周期</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>Validation and test together must leave sentences to train on: lower one of the shares.</source>
        <translation>验证和测试合计须留有训练用的句子：请降低其中一个比例。</translation>
    </message>
    <message>
        <source>No sentence is left: sentence_longest must not be below sentence_shortest.</source>
        <translation>没有剩余的句子：sentence_longest 不得小于 sentence_shortest。</translation>
    </message>
    <message>
        <source>The schedule rises: kl_start must not be above kl_weight.</source>
        <translation>调度是上升的：kl_start 不得大于 kl_weight。</translation>
    </message>
    <message>
        <source>Encoder layers</source>
        <translation>编码器层数</translation>
    </message>
    <message>
        <source>Decoder layers</source>
        <translation>解码器层数</translation>
    </message>
    <message>
        <source>Encoder direction</source>
        <translation>编码器方向</translation>
    </message>
    <message>
        <source>Decoder start</source>
        <translation>解码器初始状态</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Refinement steps</source>
        <translation>细化步数</translation>
    </message>
    <message>
        <source>Refinement gradient</source>
        <translation>细化梯度</translation>
    </message>
    <message>
        <source>Refinement start</source>
        <translation>细化起点</translation>
    </message>
    <message>
        <source>Refinement learning rate</source>
        <translation>细化学习率</translation>
    </message>
    <message>
        <source>Refinement momentum</source>
        <translation>细化动量</translation>
    </message>
    <message>
        <source>Refinement clip</source>
        <translation>细化裁剪</translation>
    </message>
    <message>
        <source>Refinement difference</source>
        <translation>细化差分</translation>
    </message>
    <message>
        <source>Refinement distance</source>
        <translation>细化差分距离</translation>
    </message>
    <message>
        <source>Posterior samples</source>
        <translation>后验采样数</translation>
    </message>
    <message>
        <source>Size of z (He et al. 2019: 1 for the posterior mean space, 32 for text); true posterior means are exact for 1. 0: a language model without latent and encoder, the baseline with exact NLL</source>
        <translation>z 的维数（He 等人 2019：后验均值空间为 1，文本为 32）；为 1 时真实后验均值是精确的。0：没有潜变量和编码器的语言模型，即 NLL 精确的基线</translation>
    </message>
    <message>
        <source>LSTM layers of the encoder; none of the papers uses more than 1</source>
        <translation>编码器的 LSTM 层数；各论文均不超过 1 层</translation>
    </message>
    <message>
        <source>LSTM layers of the decoder; with the skip path z goes into each of them (Dieng et al. 2019)</source>
        <translation>解码器的 LSTM 层数；使用跳跃连接时，z 送入每一层（Dieng 等人 2019）</translation>
    </message>
    <message>
        <source>Forward, or both: an LSTM in each direction, and features twice as wide; last is then the forward direction&apos;s last state beside the backward one&apos;s at the first word</source>
        <translation>前向，或双向：每个方向各有一个 LSTM，特征宽度加倍；此时 last 为前向的末态与后向在首词处的状态拼接</translation>
    </message>
    <message>
        <source>How z starts the decoder&apos;s last layer: he, cell linear in z and state its tanh (He et al. 2019); kim, state linear in z and cell 0 (Kim et al. 2018)</source>
        <translation>z 如何初始化解码器的最后一层：he，细胞为 z 的线性变换，状态为其 tanh（He 等人 2019）；kim，状态为 z 的线性变换，细胞为 0（Kim 等人 2018）</translation>
    </message>
    <message>
        <source>Gives the linear layers (decoder start, encoder head, vocabulary) a bias, as Kim et al. 2018; He et al. 2019 has none</source>
        <translation>为线性层（解码器初始状态、编码器输出头、词汇层）加偏置，同 Kim 等人 2018；He 等人 2019 没有偏置</translation>
    </message>
    <message>
        <source>SVI steps that refine each posterior before the loss is taken (Kim et al. 2018, SA-VAE: 20; He et al. 2019 ran it with 10); 0: none</source>
        <translation>计算损失之前细化每个后验的 SVI 步数（Kim 等人 2018，SA-VAE：20；He 等人 2019 运行它时用 10）；0：无</translation>
    </message>
    <message>
        <source>How the refined loss reaches the encoder: through the refinement steps (SA-VAE, Kim et al. 2018), first order (our shortcut), none: the encoder has its own ELBO (VAE+SVI), or kl: it follows the refined posterior (VAE+SVI+KL)</source>
        <translation>细化后的损失如何传到编码器：穿过各细化步（SA-VAE，Kim 等人 2018），一阶（本程序自创的简化），none：编码器使用自身的 ELBO（VAE+SVI），或 kl：跟随细化后的后验（VAE+SVI+KL）</translation>
    </message>
    <message>
        <source>Where refinement begins: at the encoder&apos;s posterior, or at the prior, which leaves the encoder untrained (SVI in Kim et al. 2018)</source>
        <translation>细化从何处开始：编码器的后验，或先验；后者不训练编码器（Kim 等人 2018 的 SVI）</translation>
    </message>
    <message>
        <source>Step size of the refinement, on the mean loss of a batch (Kim et al. 2018: 1)</source>
        <translation>细化的步长，针对批次的平均损失（Kim 等人 2018：1）</translation>
    </message>
    <message>
        <source>Share of each refinement step that is kept in the next (Kim et al. 2018: 0.5)</source>
        <translation>每个细化步保留到下一步的比例（Kim 等人 2018：0.5）</translation>
    </message>
    <message>
        <source>Limit on the gradient norms of each refinement step and of each step of the way back (Kim et al. 2018: 5)</source>
        <translation>每个细化步及其反向传播每一步的梯度范数上限（Kim 等人 2018：5）</translation>
    </message>
    <message>
        <source>Second derivatives are differences of two gradients. norm: posteriors are moved by a distance fixed in all; fixed: by 1e-5 times the direction (Kim et al. 2018), which float resolves badly</source>
        <translation>二阶导数为两个梯度的差分。norm：后验移动的总距离固定；fixed：移动方向的 1e-5 倍（Kim 等人 2018），float 对此精度不足</translation>
    </message>
    <message>
        <source>How far posteriors are moved to take a difference</source>
        <translation>为求差分而移动后验的距离</translation>
    </message>
    <message>
        <source>With more than two latent dimensions true posterior means are estimated by importance sampling: effective samples for each probe, of up to six times as many draws; 0: approximate means only, which is faster; -1: 200 where the decoder has at most 300,000 weights, else 0</source>
        <translation>潜变量多于两维时，真实后验均值用重要性采样估计：每个探测句的有效样本数，抽取次数最多为其六倍；0：仅近似均值，更快；-1：解码器权重不超过 300,000 个时为 200，否则为 0</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>Minimum word count</source>
        <translation>最低词频</translation>
    </message>
    <message>
        <source>Free bits per</source>
        <translation>自由比特对象</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>后验</translation>
    </message>
    <message>
        <source>Mean scale</source>
        <translation>均值尺度</translation>
    </message>
    <message>
        <source>KL floor</source>
        <translation>KL 下限</translation>
    </message>
    <message>
        <source>Importance samples</source>
        <translation>重要性采样数</translation>
    </message>
    <message>
        <source>The last scheduled evaluation of a run that comes to its end also estimates the NLL by importance sampling (IW-NLL), with this many samples for each evaluated sentence (He et al. 2019: 500); 0: it does not. Each costs a decoder pass; a language model&apos;s NLL is exact and takes one</source>
        <translation>运行到结束时，最后一次定期评估还用重要性采样估计 NLL (IW-NLL)，每个评估句采样此次数（He 等人 2019：500）；0：不估计。每次采样需要一次解码器计算；语言模型的 NLL 是精确的，只需一次</translation>
    </message>
    <message>
        <source>What keeps the posterior from the prior by construction: gaussian, nothing; batch_norm, means are batch-normalised over the batch with a fixed weight (BN-VAE, Zhu et al. 2020); delta, each dimension&apos;s KL has a floor (delta-VAE, Razavi et al. 2019, per dimension and without their AR(1) prior). Either way KL is forced and need not carry information: MI tells, KL does not</source>
        <translation>从构造上使后验不落到先验的方式：gaussian，无；batch_norm，均值在批次上做批归一化，权重固定（BN-VAE，Zhu 等人 2020）；delta，每一维的 KL 有下限（delta-VAE，Razavi 等人 2019，按维，不使用其 AR(1) 先验）。后两种方式的 KL 都是强制的，未必携带信息：要看 MI，而不是 KL</translation>
    </message>
    <message>
        <source>With the posterior batch_norm: weight of the normalised means (Zhu et al. 2020: 0.5 to 0.7). Each dimension&apos;s KL is half its square or more as soon as the encoder&apos;s own means spread by more than 0.01; means that begin within 0.003 can stay there and slip through the epsilon of 1e-5: then let the KL weight rise from 0, or begin with larger weights. The bias is trained, evaluation uses running statistics, and a batch of one sentence is passed over in training</source>
        <translation>后验为 batch_norm 时：归一化均值的权重（Zhu 等人 2020：0.5 至 0.7）。只要编码器自身均值的离散度超过 0.01，每一维的 KL 就不小于该权重平方的一半；起初离散度在 0.003 以内的均值可能停在那里，借 1e-5 的 epsilon 逃过归一化：此时请让 KL 权重从 0 上升，或以更大的初始权重开始。偏置参与训练，评估使用滑动统计量，训练时跳过只有一句的批次</translation>
    </message>
    <message>
        <source>With the posterior delta: KL that each dimension of each posterior has at least (Razavi et al. 2019; Zhu et al. 2020: 0.15)</source>
        <translation>后验为 delta 时：每个后验的每一维至少具有的 KL（Razavi 等人 2019；Zhu 等人 2020：0.15）</translation>
    </message>
    <message>
        <source>With posterior=batch_norm a batch needs at least 2 sentences to normalise over.</source>
        <translation>posterior=batch_norm 时，一个批次至少需要 2 句才能归一化。</translation>
    </message>
    <message>
        <source>A language model (latent 0) has no posterior: set posterior=gaussian.</source>
        <translation>语言模型 (latent 0) 没有后验：请设置 posterior=gaussian。</translation>
    </message>
</context>
<context>
    <name>SummaryExport</name>
    <message>
        <source>Export the table of runs</source>
        <translation>导出运行表</translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message>
        <source>Rename run</source>
        <translation>重命名运行</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Group runs</source>
        <translation>将运行分组</translation>
    </message>
    <message>
        <source>Show run</source>
        <translation>显示运行</translation>
    </message>
    <message>
        <source>Hide run</source>
        <translation>隐藏运行</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>删除运行</translation>
    </message>
    <message>
        <source>Change parameters</source>
        <translation>更改参数</translation>
    </message>
</context>
<context>
    <name>WordsText</name>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>all %L1 differ</source>
        <translation>%L1 句各不相同</translation>
    </message>
    <message>
        <source>%L1 of %L2 differ</source>
        <translation>%L2 句中有 %L1 种不同</translation>
    </message>
    <message>
        <source>%1: words are drawn</source>
        <translation>%1：词为随机抽取</translation>
    </message>
    <message>
        <source>all alike: there is no z</source>
        <translation>全部相同：没有 z</translation>
    </message>
    <message>
        <source>all alike from end to end: z says nothing</source>
        <translation>从头到尾全部相同：z 不提供信息</translation>
    </message>
    <message>
        <source>all alike: z says nothing</source>
        <translation>全部相同：z 不提供信息</translation>
    </message>
    <message>
        <source>%1 of the words came back</source>
        <translation>还原了 %1 的词</translation>
    </message>
    <message>
        <source>%1 came back</source>
        <translation>还原 %1</translation>
    </message>
    <message>
        <source>%1 of the words came back, %2 without z</source>
        <translation>还原了 %1 的词，无 z 时 %2</translation>
    </message>
    <message>
        <source>%1 came back, %2 without z</source>
        <translation>还原 %1，无 z 时 %2</translation>
    </message>
    <message>
        <source>Words are drawn here, so sentences differ even where z says nothing. Greedy shows what z does.</source>
        <translation>此处的词为随机抽取，因此即使 z 不提供信息，句子也会不同。“贪心”可显示 z 的作用。</translation>
    </message>
    <message>
        <source>How many different sentences there are. Where z says nothing the decoder writes the same from every z.</source>
        <translation>不同句子的个数。z 不提供信息时，解码器由任何 z 都生成相同的句子。</translation>
    </message>
    <message>
        <source>Came back: share of the originals&apos; words that stand at the same place. Without z: of the one sentence that is written from z = 0.</source>
        <translation>还原：原句的词中出现在相同位置者的比例。无 z：由 z = 0 生成的那一个句子的该比例。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>生成：%1</translation>
    </message>
    <message>
        <source>From z = 0: %1</source>
        <translation>由 z = 0 生成：%1</translation>
    </message>
    <message>
        <source>%1 of the way from the first example to the second</source>
        <translation>从第一个样本到第二个样本的 %1 处</translation>
    </message>
    <message>
        <source>Original: %1</source>
        <translation>原句：%1</translation>
    </message>
    <message>
        <source>log p(words|z) = %1</source>
        <translation>log p(词句|z) = %1</translation>
    </message>
    <message>
        <source>log p(original|z) = %1</source>
        <translation>log p(原句|z) = %1</translation>
    </message>
    <message>
        <source>The same as is written without z, from z = 0.</source>
        <translation>与无 z 时（由 z = 0）生成的相同。</translation>
    </message>
    <message>
        <source>Cut: it had not ended.</source>
        <translation>已截断：句子尚未结束。</translation>
    </message>
</context>
<context>
    <name>collapsar::AnimationDialog</name>
    <message>
        <source>Export the replay</source>
        <translation>导出回放</translation>
    </message>
    <message>
        <source>Preview of the last frame</source>
        <translation>最后一帧的预览</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Animated GIF</source>
        <translation>动画 GIF</translation>
    </message>
    <message>
        <source>PNG pictures, numbered, in a folder</source>
        <translation>文件夹中带编号的 PNG 图片</translation>
    </message>
    <message>
        <source>First update</source>
        <translation>起始更新</translation>
    </message>
    <message>
        <source>Last update</source>
        <translation>结束更新</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>so that it takes %1 s</source>
        <translation>使时长为 %1 秒</translation>
    </message>
    <message>
        <source>Updates per frame</source>
        <translation>每帧更新次数</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Updates</source>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Frames per &amp;second</source>
        <translation>每秒帧数(&amp;S)</translation>
    </message>
    <message>
        <source>Updates per fra&amp;me</source>
        <translation>每帧更新次数(&amp;M)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Curves of KL and mutual information</source>
        <translation>KL 和互信息曲线(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Browse ...</source>
        <translation>浏览(&amp;B) ...</translation>
    </message>
    <message>
        <source>Si&amp;ze in pixels</source>
        <translation>尺寸（像素）(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外观(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>导出到(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n frames, %1 s</source>
        <translation>
            <numerusform>%n 帧，%1 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the replay to</source>
        <translation>回放导出到</translation>
    </message>
</context>
<context>
    <name>collapsar::CompareDialog</name>
    <message>
        <source>Compare strategies</source>
        <translation>比较策略</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>One run with differences</source>
        <translation>一个运行及其改动</translation>
    </message>
    <message>
        <source>Over seeds</source>
        <translation>多个种子</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Tick two to six runs; here stands what tells them apart.</source>
        <translation>请勾选两到六个运行；此处显示它们的不同之处。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: strategy</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;All with the data of the first</source>
        <translation>全部使用第一个的数据(&amp;A)</translation>
    </message>
    <message>
        <source>Gives all of them the data, batch and seed of the first one that is ticked</source>
        <translation>让全部运行都使用第一个勾选者的数据、批次大小和种子</translation>
    </message>
    <message>
        <source>How many seeds</source>
        <translation>种子个数</translation>
    </message>
    <message>
        <source>How many &amp;seeds</source>
        <translation>种子个数(&amp;S)</translation>
    </message>
    <message>
        <source>Trains the same strategy several times with other first weights, batches and noise. The curves become a median with a band, the table a mean with its standard deviation.</source>
        <translation>用不同的初始权重、批次和噪声多次训练同一策略。曲线显示为中位数和带，表格显示为均值和标准差。</translation>
    </message>
    <message>
        <source>Race by</source>
        <translation>竞跑依据</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>实际时间</translation>
    </message>
    <message>
        <source>Why it cannot be started</source>
        <translation>无法开始的原因</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>竞跑</translation>
    </message>
    <message>
        <source>There is no run to start from: load a preset first.</source>
        <translation>没有可作为起点的运行：请先加载预设。</translation>
    </message>
    <message>
        <source>Same data, batch and seed in all.</source>
        <translation>所有运行的数据、批次大小和种子都相同。</translation>
    </message>
    <message>
        <source>All stand at the same update; the slowest sets the pace.</source>
        <translation>所有运行处于同一更新；速度由最慢者决定。</translation>
    </message>
    <message>
        <source>All train for the same time; cheap updates get further.</source>
        <translation>所有运行训练相同的时间；更新越省时，走得越远。</translation>
    </message>
    <message>
        <source>Seeds %1 to %2, all on the same data.</source>
        <translation>种子 %1 至 %2，数据都相同。</translation>
    </message>
</context>
<context>
    <name>collapsar::CompareFlow</name>
    <message>
        <source>There is no run to fork. Start one first.</source>
        <translation>没有可分支的运行。请先启动一个。</translation>
    </message>
</context>
<context>
    <name>collapsar::CompareVariants</name>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>&amp;Add variant</source>
        <translation>添加变体(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Equal in all runs of a race: data, batch and seed</source>
        <translation>竞跑的所有运行中都相同：数据、批次大小和种子</translation>
    </message>
    <message>
        <source>A setting of the variant needs a change.</source>
        <translation>该变体有设置需要修改。</translation>
    </message>
    <message>
        <source>Variant %1</source>
        <translation>变体 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>run, what differs</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>nothing changed yet</source>
        <translation>尚未更改</translation>
    </message>
</context>
<context>
    <name>collapsar::ControlBar</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Start over with the same seed, as a new run</source>
        <translation>用相同的种子重新开始，作为新的运行</translation>
    </message>
    <message>
        <source>Reseed</source>
        <translation>换种子</translation>
    </message>
    <message>
        <source>Start over with another seed, as a new run</source>
        <translation>用另一个种子重新开始，作为新的运行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
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
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>One update of the encoder alone: points move up or down</source>
        <translation>只更新一次编码器：点上下移动</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>One update of the decoder alone: points move sideways</source>
        <translation>只更新一次解码器：点左右移动</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>One whole update, its inner loop included</source>
        <translation>一次完整的更新，包括其内层循环</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>单步：%1</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢速</translation>
    </message>
    <message>
        <source>One encoder or decoder update at a time, with a pause and a probe after each</source>
        <translation>每次只做一次编码器或解码器更新，之后停顿并探测一次</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>Training waits for a probe every 1, 2, 5, 10, 20 ... updates; runs keep in step</source>
        <translation>每 1、2、5、10、20 ... 次更新，训练等待一次探测；各运行进度一致</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Full</source>
        <comment>pace</comment>
        <translation>全速</translation>
    </message>
    <message>
        <source>Full speed: training never waits; probes when there is time</source>
        <translation>全速：训练从不等待，有空时才探测</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What the curves run over</source>
        <translation>曲线的横轴</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Plots keep showing the newest data, until one is zoomed or moved</source>
        <translation>各图持续显示最新数据，直到缩放或移动其中一个</translation>
    </message>
    <message>
        <source>Hold all runs after the update under way</source>
        <translation>完成当前更新后暂停所有运行</translation>
    </message>
    <message>
        <source>Train all runs on the same batches</source>
        <translation>用相同的批次训练所有运行</translation>
    </message>
    <message>
        <source>Update %1 / %2</source>
        <translation>更新 %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>inner took %1</source>
        <translation>内层用了 %1</translation>
    </message>
    <message>
        <source>x: %1</source>
        <comment>x axis</comment>
        <translation>x：%1</translation>
    </message>
    <message>
        <source>x axis: %1</source>
        <translation>x 轴：%1</translation>
    </message>
</context>
<context>
    <name>collapsar::CorpusDialog</name>
    <message>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>About the data</source>
        <translation>关于数据</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Numbers of the data</source>
        <translation>数据的数值</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句数</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Shortest sentence</source>
        <translation>最短句长</translation>
    </message>
    <message>
        <source>Median length</source>
        <translation>句长中位数</translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation>平均句长</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>最长句长</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>未知词</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <comment>count, share</comment>
        <translation>%1（%2 %）</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>文件行数</translation>
    </message>
    <message>
        <source>Empty lines</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Label without text</source>
        <translation>有标签无文本</translation>
    </message>
    <message>
        <source>Left out, too short</source>
        <translation>已排除，过短</translation>
    </message>
    <message>
        <source>Left out, too long</source>
        <translation>已排除，过长</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>split, what, value</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Vocabulary %1: %2 of the %3 different words in training, and %4 special ones</source>
        <translation>词汇量 %1：训练集 %3 个不同词中的 %2 个，以及 %4 个特殊词</translation>
    </message>
    <message>
        <source>How the data were made</source>
        <translation>数据是如何生成的</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
</context>
<context>
    <name>collapsar::CurveGroups</name>
    <message numerus="yes">
        <source>median, least and greatest of %n runs</source>
        <translation>
            <numerusform>%n 个运行的中位数、最小值和最大值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>median and quartiles of %n runs</source>
        <translation>
            <numerusform>%n 个运行的中位数和四分位数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean and standard deviation of %n runs</source>
        <translation>
            <numerusform>%n 个运行的均值和标准差</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::CurveScene</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 not measured yet</source>
        <translation>%1 尚未测量</translation>
    </message>
    <message>
        <source>%1, %2, latest: %3</source>
        <translation>%1，%2，最新：%3</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, %n runs</source>
        <translation>
            <numerusform>%1 至 %2，%n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>smoothed, raw</source>
        <translation>平滑值，原始值</translation>
    </message>
    <message numerus="yes">
        <source>%n values not above 0</source>
        <translation>
            <numerusform>%n 个值不大于 0</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points beyond</source>
        <translation>
            <numerusform>%n 个点超出范围</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::CurvesPanel</name>
    <message>
        <source>of %1</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Fit to data</source>
        <translation>适应数据</translation>
    </message>
    <message>
        <source>Follow new data</source>
        <translation>跟随新数据</translation>
    </message>
    <message>
        <source>Export this plot...</source>
        <translation>导出此图...</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>带</translation>
    </message>
    <message>
        <source>Symlog, linear within ±%1</source>
        <translation>对称对数，±%1 以内为线性</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Log (values above 0 only)</source>
        <translation>对数（仅大于 0 的值）</translation>
    </message>
    <message>
        <source>Let outliers leave the range</source>
        <translation>允许离群值超出范围</translation>
    </message>
    <message>
        <source>The range holds the middle 98 % of the values; how many lie beyond is written above.</source>
        <translation>范围包含居中的 98 % 的值；超出的个数写在上方。</translation>
    </message>
    <message>
        <source>Median, least and greatest</source>
        <translation>中位数、最小值和最大值</translation>
    </message>
    <message>
        <source>Median and quartiles</source>
        <translation>中位数和四分位数</translation>
    </message>
    <message>
        <source>Mean and standard deviation</source>
        <translation>均值和标准差</translation>
    </message>
    <message>
        <source>Single runs behind the bands</source>
        <translation>在带的后面显示单个运行</translation>
    </message>
</context>
<context>
    <name>collapsar::DifferencesPanel</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>value, unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>One encoder step</source>
        <translation>编码器单步</translation>
    </message>
    <message>
        <source>One decoder step</source>
        <translation>解码器单步</translation>
    </message>
    <message>
        <source>Decoder re-initialised</source>
        <translation>解码器已重新初始化</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>%1, inner %2</source>
        <translation>%1，内层 %2</translation>
    </message>
    <message>
        <source>Settings at the start</source>
        <translation>启动时的设置</translation>
    </message>
    <message>
        <source>Switches made while training</source>
        <translation>训练中的开关操作</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <comment>update, what was switched</comment>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>run, setting, value</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Select two or more runs in the table to see what tells them apart.</source>
        <translation>在表中选择两个或更多运行，以查看它们的不同之处。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Differences between runs</source>
        <translation>运行之间的差异</translation>
    </message>
    <message>
        <source>Nothing differs: settings, seed and switches are the same, so the weights are the same at every update.</source>
        <translation>没有差异：设置、种子和开关都相同，因此每次更新时权重也相同。</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>how many runs</comment>
        <translation>比较 %1</translation>
    </message>
</context>
<context>
    <name>collapsar::EventList</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>all runs</source>
        <translation>所有运行</translation>
    </message>
    <message>
        <source>Switches, checkpoints and cuts of the learning rate appear here. Click one to go there.</source>
        <translation>开关操作、检查点和学习率下调会显示在这里。点击即可跳转到该处。</translation>
    </message>
    <message>
        <source>Events of all runs</source>
        <translation>所有运行的事件</translation>
    </message>
</context>
<context>
    <name>collapsar::EventListModel</name>
    <message>
        <source>%1: %2</source>
        <comment>run: what happened</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Update %1, %2</source>
        <translation>更新 %1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>checkpoint: file</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>collapsar::ExportDialog</name>
    <message>
        <source>Single column (85 mm)</source>
        <translation>单栏 (85 mm)</translation>
    </message>
    <message>
        <source>Double column (170 mm)</source>
        <translation>双栏 (170 mm)</translation>
    </message>
    <message>
        <source>Slide 16:9 (254 mm)</source>
        <translation>幻灯片 16:9 (254 mm)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>This &amp;plot</source>
        <translation>此图(&amp;P)</translation>
    </message>
    <message>
        <source>The whole &amp;stage</source>
        <translation>整个画面(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Each plot, as files in a folder</source>
        <translation>每个图，作为文件夹中的文件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Curves as numbers (CSV)</source>
        <translation>曲线数值 (CSV)(&amp;C)</translation>
    </message>
    <message>
        <source>Posterior &amp;means as numbers (CSV)</source>
        <translation>后验均值数值 (CSV)(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;heckpoint</source>
        <translation>检查点(&amp;H)</translation>
    </message>
    <message>
        <source>P&amp;NG</source>
        <translation>P&amp;NG</translation>
    </message>
    <message>
        <source>S&amp;VG</source>
        <translation>S&amp;VG</translation>
    </message>
    <message>
        <source>P&amp;DF</source>
        <translation>P&amp;DF</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>File or folder to write</source>
        <translation>要写入的文件或文件夹</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>导出到(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Browse ...</source>
        <translation>浏览(&amp;B) ...</translation>
    </message>
    <message>
        <source>This &amp;plot: %1</source>
        <translation>此图(&amp;P)：%1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>sharp at any size</source>
        <translation>任意大小都清晰</translation>
    </message>
    <message>
        <source>Everything the run needs to go on from here.</source>
        <translation>运行由此继续所需的全部内容。</translation>
    </message>
    <message>
        <source>One row per measurement, with the run, its seed and its switches.</source>
        <translation>每次测量一行，含运行、种子和开关。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Give whole numbers, such as 0, 200, 2000.</source>
        <translation>请输入整数，例如 0, 200, 2000。</translation>
    </message>
    <message>
        <source>He et al. figure &amp;2: mean spaces over training</source>
        <translation>He 等人 图 &amp;2：训练过程中的均值空间</translation>
    </message>
    <message>
        <source>He et al. figure &amp;3: the way of one example</source>
        <translation>He 等人 图 &amp;3：单个样本的路径</translation>
    </message>
    <message>
        <source>He et al. figure &amp;4: KL, MI, aggregate KL</source>
        <translation>He 等人 图 &amp;4：KL、MI、聚合 KL</translation>
    </message>
    <message>
        <source>as the paper, or 0, 200, 2000</source>
        <translation>与论文相同，或 0, 200, 2000</translation>
    </message>
    <message>
        <source>Caption with notes and &amp;origin</source>
        <translation>图注，含说明和来源(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Updates</source>
        <translation>更新(&amp;U)</translation>
    </message>
</context>
<context>
    <name>collapsar::ExportFlow</name>
    <message>
        <source>Posterior mean space</source>
        <translation>后验均值空间</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export the replay</source>
        <translation>导出回放</translation>
    </message>
</context>
<context>
    <name>collapsar::ForkDialog</name>
    <message>
        <source>Fork %1</source>
        <translation>从 %1 分支</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>假设实验：%1</translation>
    </message>
    <message>
        <source>Switches of the fork</source>
        <translation>分支的开关</translation>
    </message>
    <message>
        <source>Shares everything up to one update and goes its own way from there.</source>
        <translation>到某次更新为止全部相同，此后各行其路。</translation>
    </message>
    <message>
        <source>Tries one switch in the background and shows the outcome as a ghost on every plot. Keep it or throw it away afterwards.</source>
        <translation>在后台尝试一个开关，并在每个图上以虚影显示结果。之后可以保留或丢弃。</translation>
    </message>
    <message>
        <source>&amp;From update</source>
        <translation>起始更新(&amp;F)</translation>
    </message>
    <message>
        <source>of 0 to %1</source>
        <translation>0 至 %1</translation>
    </message>
    <message>
        <source>&amp;Run for</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>updates in the background</source>
        <translation>次更新（后台）</translation>
    </message>
    <message>
        <source>What will differ</source>
        <translation>将有的差异</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Why it cannot be done</source>
        <translation>无法执行的原因</translation>
    </message>
    <message>
        <source>Change the one switch to try.</source>
        <translation>请更改要尝试的一个开关。</translation>
    </message>
    <message>
        <source>Change one switch only, so that the difference has one cause. For more, fork the run.</source>
        <translation>请只更改一个开关，使差异只有一个原因。要更改多个，请将运行分支。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>Update %1 is kept whole, so it starts at once.</source>
        <translation>更新 %1 的状态完整保留，因此立即开始。</translation>
    </message>
    <message>
        <source>From the state kept at %1, then %2 updates repeated exactly.</source>
        <translation>从 %1 处保留的状态出发，再精确重复 %2 次更新。</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>不到一秒</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>约 %1 秒</translation>
    </message>
    <message>
        <source>From the state kept at %1, then %2 updates repeated exactly (%3).</source>
        <translation>从 %1 处保留的状态出发，再精确重复 %2 次更新（%3）。</translation>
    </message>
    <message>
        <source>A KL weight set by hand makes the KL schedule constant.</source>
        <translation>手动设置 KL 权重会使 KL 调度变为恒定。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>尚无差异。</translation>
    </message>
    <message>
        <source>Nothing yet: the fork repeats %1 exactly until you switch something in it.</source>
        <translation>尚无差异：在更改其中的开关之前，该分支精确重复 %1。</translation>
    </message>
    <message>
        <source>%1 switches</source>
        <translation>%1 个开关</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two switches</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>run, update</comment>
        <translation>%1（自更新 %2）</translation>
    </message>
    <message>
        <source>%1, %2 from %3</source>
        <comment>run, what is switched, update</comment>
        <translation>%1，%2（自更新 %3）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, how many of it</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>collapsar::ForkSwitches</name>
    <message>
        <source>pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>跳跃</translation>
    </message>
    <message>
        <source>aggressive</source>
        <translation>激进</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 权重</translation>
    </message>
    <message>
        <source>KL schedule</source>
        <translation>KL 调度</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>encoder learning rate</source>
        <translation>编码器学习率</translation>
    </message>
    <message>
        <source>frozen encoder</source>
        <translation>冻结编码器</translation>
    </message>
    <message>
        <source>frozen decoder</source>
        <translation>冻结解码器</translation>
    </message>
    <message>
        <source>the same</source>
        <comment>encoder learning rate</comment>
        <translation>相同</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>setting, old value, new value</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>switch, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting: what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>Back to what the run has here</source>
        <translation>恢复为该运行此处的值</translation>
    </message>
    <message>
        <source>Set %1 back to %2</source>
        <translation>将“%1”恢复为 %2</translation>
    </message>
    <message>
        <source>free bits</source>
        <translation>自由比特</translation>
    </message>
</context>
<context>
    <name>collapsar::HeFigureSource</name>
    <message>
        <source>mean of true posterior</source>
        <translation>真实后验的均值</translation>
    </message>
    <message>
        <source>mean of approximate posterior</source>
        <translation>近似后验的均值</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>no picture near this update</source>
        <translation>此更新附近没有图像</translation>
    </message>
    <message>
        <source>no true posterior means here</source>
        <translation>此处没有真实后验均值</translation>
    </message>
    <message>
        <source>KL(q(z|x) || p(z))</source>
        <translation>KL(q(z|x) || p(z))</translation>
    </message>
    <message>
        <source>Mutual information</source>
        <translation>互信息</translation>
    </message>
    <message>
        <source>Aggregate KL, as KL - MI</source>
        <translation>聚合 KL，按 KL - MI 计算</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>Posterior mean space over training</source>
        <translation>训练过程中的后验均值空间</translation>
    </message>
    <message>
        <source>The way of one example through the posterior mean space</source>
        <translation>单个样本在后验均值空间中的路径</translation>
    </message>
    <message>
        <source>KL, mutual information and aggregate KL over training</source>
        <translation>训练过程中的 KL、互信息和聚合 KL</translation>
    </message>
    <message>
        <source>After He et al. 2019, figure 2. Each point is an example; all plots share their axes, and each shows the picture nearest to its column&apos;s update.</source>
        <translation>仿 He 等人 2019 图 2。每个点为一个样本；所有图共用坐标轴，各图显示最接近该列更新的图像。</translation>
    </message>
    <message>
        <source>After He et al. 2019, figure 4 (5 in the final text). Validation values: KL in closed form; MI with one sample of z per example, at most ln N. Aggregate KL is not estimated by itself: it is KL - MI of the same evaluation, as KL = MI + KL(q(z) || p(z)), with the noise of that MI.</source>
        <translation>仿 He 等人 2019 图 4（最终版为图 5）。验证集上的值：KL 为解析值；MI 每个样本抽取一个 z，至多 ln N。聚合 KL 不单独估计：由 KL = MI + KL(q(z) || p(z))，取同一次评估的 KL - MI，因而带有该 MI 的噪声。</translation>
    </message>
    <message>
        <source>After He et al. 2019, figure 3. Example %1, updates %2 to %3, from the open to the filled dot. Between two pictures the encoder&apos;s part is drawn first, up or down, then the decoder&apos;s, sideways; both are exact, their order is the rule of aggressive updates.</source>
        <translation>仿 He 等人 2019 图 3。样本 %1，更新 %2 至 %3，由空心点到实心点。两幅图像之间先画编码器的部分（上下），再画解码器的部分（左右）；两者都是精确的，次序依激进更新的规则。</translation>
    </message>
    <message>
        <source>%1: one picture in %2 of %3; a shorter range shows every one.</source>
        <translation>%1：共 %3 幅图像，每 %2 幅取一幅；缩短范围可显示每一幅。</translation>
    </message>
</context>
<context>
    <name>collapsar::InterruptedDialog</name>
    <message>
        <source>Interrupted runs</source>
        <translation>中断的运行</translation>
    </message>
    <message>
        <source>No run was interrupted.</source>
        <translation>没有中断的运行。</translation>
    </message>
    <message>
        <source>These runs stopped before their end. Nothing of them is lost.</source>
        <translation>这些运行在结束前停止了，没有丢失任何内容。</translation>
    </message>
    <message>
        <source>%1 · update %L2 of %L3 · %4</source>
        <translation>%1 · 更新 %L2 / %L3 · %4</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>仅查看</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>collapsar::LatentPlane</name>
    <message>
        <source>Latent plane</source>
        <translation>潜变量平面</translation>
    </message>
    <message numerus="yes">
        <source>The latent plane is for runs with two latent dimensions; this one has %n.</source>
        <translation>
            <numerusform>潜变量平面用于二维潜变量的运行；此运行为 %n 维。</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Start: the means of both posteriors appear here</source>
        <translation>按“开始”：两种后验的均值会显示在这里</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message numerus="yes">
        <source>%1, update %2: %n examples; spread of true means %3, of approximate means %4, mean gap %5</source>
        <translation>
            <numerusform>%1，更新 %2：%n 个样本；真实均值的离散度 %3，近似均值的离散度 %4，平均差距 %5</numerusform>
        </translation>
    </message>
    <message>
        <source>prior 1 sd</source>
        <translation>先验 1 倍标准差</translation>
    </message>
    <message>
        <source>2 sd</source>
        <translation>2 倍标准差</translation>
    </message>
    <message>
        <source>first latent</source>
        <translation>潜变量第 1 维</translation>
    </message>
    <message>
        <source>second latent</source>
        <translation>潜变量第 2 维</translation>
    </message>
    <message>
        <source>approximate mean</source>
        <translation>近似均值</translation>
    </message>
    <message>
        <source>true mean</source>
        <translation>真实均值</translation>
    </message>
    <message>
        <source>lag, nats</source>
        <translation>滞后，nat</translation>
    </message>
    <message>
        <source>log p(x), nats</source>
        <translation>log p(x)，nat</translation>
    </message>
</context>
<context>
    <name>collapsar::MainWindow</name>
    <message>
        <source>Export...</source>
        <translation>导出...</translation>
    </message>
    <message>
        <source>Mean time to draw one curve plot</source>
        <translation>绘制一个曲线图的平均时间</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Interrupted runs: %L1</source>
        <translation>中断的运行：%L1</translation>
    </message>
    <message>
        <source>probe every update</source>
        <translation>每次更新探测一次</translation>
    </message>
    <message>
        <source>probe every %L1 updates</source>
        <translation>每 %L1 次更新探测一次</translation>
    </message>
    <message>
        <source>(preview)</source>
        <translation>（预览）</translation>
    </message>
    <message>
        <source>(exact)</source>
        <translation>（精确）</translation>
    </message>
    <message>
        <source>window %1 ms</source>
        <translation>窗口 %1 ms</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>激进</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>The matrix products run on the system&apos;s reference BLAS, which can make training several times slower. Install libopenblas0-pthread and start Collapsar again.</source>
        <translation>矩阵乘法正在使用系统的参考 BLAS，训练可能慢数倍。请安装 libopenblas0-pthread 并重新启动 Collapsar。</translation>
    </message>
    <message>
        <source>Numbers stay right. Nothing may put another libblas.so.3 before OpenBLAS: see LD_PRELOAD and update-alternatives --display libblas.so.3-x86_64-linux-gnu.</source>
        <translation>结果仍然正确。不能让别的 libblas.so.3 排在 OpenBLAS 之前：请检查 LD_PRELOAD 和 update-alternatives --display libblas.so.3-x86_64-linux-gnu。</translation>
    </message>
    <message>
        <source>What if...</source>
        <translation>假设实验...</translation>
    </message>
    <message>
        <source>%1 goes on from update %L2</source>
        <translation>%1 从更新 %L2 继续</translation>
    </message>
    <message>
        <source>delete runs</source>
        <translation>删除运行</translation>
    </message>
    <message>
        <source>show one run</source>
        <translation>只显示一个运行</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; compares strategies on a text of yours, many runs one after the other: use collapsar-cli sweep %1 --set data=FILE, then open its runs here.</source>
        <translation>预设“%1”在自备的文本上比较策略，依次训练许多运行：请使用 collapsar-cli sweep %1 --set data=FILE，然后在此打开其运行。</translation>
    </message>
</context>
<context>
    <name>collapsar::Measures</name>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>%1: update %2</source>
        <translation>%1：更新 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>collapsed below %1 nats</source>
        <translation>在 %1 nat 以下坍塌的维</translation>
    </message>
    <message>
        <source>Collapsed dimensions</source>
        <translation>坍塌的维度</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>ε, nats</source>
        <translation>ε，nat</translation>
    </message>
    <message>
        <source>share of latent dimensions</source>
        <translation>潜变量维度的占比</translation>
    </message>
    <message>
        <source>For runs with a latent.</source>
        <translation>适用于有潜变量的运行。</translation>
    </message>
    <message>
        <source>(ε, δ = %1)-collapse</source>
        <translation>(ε, δ = %1)-坍塌</translation>
    </message>
    <message>
        <source>Lucas et al. 2019: a latent dimension is collapsed when the KL of its posterior is below ε for all but a share δ = %1 of the sentences. The KL is in closed form, so the curve is exact on these %2 sentences; from 0 (none) to 1 (all).</source>
        <translation>Lucas 等人 2019：除比例为 δ = %1 的句子外，潜变量某一维的后验 KL 对所有句子都低于 ε 时，该维为坍塌。KL 为解析值，因此曲线在这 %2 个句子上是精确的；从 0（无）到 1（全部）。</translation>
    </message>
    <message>
        <source>%1: %2 collapsed at 0.01 nats</source>
        <translation>%1：在 0.01 nat 处坍塌的维 %2</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>第 %1 维</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>mutual information</source>
        <translation>互信息</translation>
    </message>
    <message>
        <source>aggregate KL, between them</source>
        <translation>聚合 KL，两者之差</translation>
    </message>
    <message>
        <source>MI ceiling: ln %1</source>
        <translation>MI 上限：ln %1</translation>
    </message>
    <message>
        <source>MI ceiling: ln %1 = %2 ↑</source>
        <translation>MI 上限：ln %1 = %2 ↑</translation>
    </message>
    <message>
        <source>KL %1, MI %2 summed over dimensions</source>
        <translation>各维之和：KL %1，MI %2</translation>
    </message>
    <message>
        <source>Latent dimensions</source>
        <translation>潜变量维度</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>dimensions, by KL</source>
        <translation>维度，按 KL 排列</translation>
    </message>
    <message>
        <source>%1 is a language model: it has no latent.</source>
        <translation>%1 是语言模型：没有潜变量。</translation>
    </message>
    <message>
        <source>Pale: KL of each dimension, in closed form, exact on these %1 sentences. Solid: mutual information of the dimension with the sentence, mean of log q(z_d|x) - log q(z_d) at one sample of z per sentence, q(z_d) over all of them.
What lies between is aggregate KL: it is paid and carries nothing about the sentence. With one sample the MI can lie a little above the KL.
The MI of a dimension is never above ln %1 = %2, however much it carries.</source>
        <translation>浅色：各维的 KL，解析值，在这 %1 个句子上是精确的。实色：该维与句子的互信息，即 log q(z_d|x) - log q(z_d) 的平均，每句抽取一个 z，q(z_d) 取自全部句子。
两者之间为聚合 KL：付出了代价，却不携带关于句子的信息。由于只抽取一个 z，MI 可能略高于 KL。
无论携带多少信息，一维的 MI 都不会超过 ln %1 = %2。</translation>
    </message>
    <message>
        <source>start mark</source>
        <translation>起始标记</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pooled positions</source>
        <translation>池化位置</translation>
    </message>
    <message>
        <source>share of features</source>
        <translation>特征占比</translation>
    </message>
    <message>
        <source>position, 0: start mark</source>
        <translation>位置，0 为起始标记</translation>
    </message>
    <message>
        <source>Which position of the sentence each unit of the encoder takes its feature from; a count, exact on these sentences. A unit that takes one position in 90 % of the sentences makes pooling a fixed choice of states; where lengths differ, units that always take the end mark are not counted as fixed.</source>
        <translation>编码器的每个单元从句子的哪个位置取得其特征；为计数，在这些句子上是精确的。某个单元若在 90 % 的句子中都取同一位置，池化就成了对状态的固定选择；句长不同时，总是取结束标记的单元不算作固定。</translation>
    </message>
    <message>
        <source>For max and |max| pooling: choose it in a run&apos;s switches.</source>
        <translation>适用于“最大”和“|最大|”池化：请在运行的开关中选择。</translation>
    </message>
    <message>
        <source>%1 of %2 units always take one position</source>
        <translation>%1/%2 个单元始终取同一位置</translation>
    </message>
    <message>
        <source>word %1, which %2 of %3 sentences reach</source>
        <translation>第 %1 个词，%3 句中有 %2 句到达</translation>
    </message>
    <message>
        <source>%1: %2 nats gained in a sentence, KL %3 paid</source>
        <translation>%1：每句增益 %2 nat，付出 KL %3</translation>
    </message>
    <message>
        <source>%1: %2 nats gained in a sentence</source>
        <translation>%1：每句增益 %2 nat</translation>
    </message>
    <message>
        <source>%1: first word %2 nats</source>
        <translation>%1：首词 %2 nat</translation>
    </message>
    <message>
        <source>Bosc and Vincent 2020: mean -log p of the word under %1 minus that under the run, with z from the encoder. It counts what z tells of the sentence without its price, the KL, so it can be gain where the ELBO has none; one sample of z, noisy, no ceiling but the language model&apos;s own term.</source>
        <translation>Bosc 和 Vincent 2020：词在 %1 下的平均 -log p 减去其在该运行下的平均 -log p，z 来自编码器。它计入 z 对句子的说明，但不计其代价 KL，因此 ELBO 没有增益时它也可能有增益；只抽取一个 z，有噪声，除语言模型自身的项之外没有上限。</translation>
    </message>
    <message>
        <source>Grey: the share of the %1 sentences that reach the word. Words that fewer than %2 reach are left out.</source>
        <translation>灰色：%1 个句子中到达该词的比例。到达的句子少于 %2 个的词不显示。</translation>
    </message>
    <message>
        <source>Gain by position</source>
        <translation>各位置的增益</translation>
    </message>
    <message>
        <source>NLL by position</source>
        <translation>各位置的 NLL</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>nats a word</source>
        <translation>nat / 词</translation>
    </message>
    <message>
        <source>word of the sentence</source>
        <translation>句中第几个词</translation>
    </message>
    <message>
        <source>gain, nats a word</source>
        <translation>增益，nat / 词</translation>
    </message>
    <message>
        <source>-log p, nats a word</source>
        <translation>-log p，nat / 词</translation>
    </message>
    <message>
        <source>Show a language model (latent 0) to see what the latent gains over it.</source>
        <translation>请显示一个语言模型 (latent 0)，以查看潜变量相对于它的增益。</translation>
    </message>
    <message>
        <source>Nothing to compare with %1: show a run with a latent on the same data.</source>
        <translation>没有可与 %1 比较的运行：请显示一个数据相同且有潜变量的运行。</translation>
    </message>
    <message>
        <source>nats, over %1</source>
        <translation>nat，相对于 %1</translation>
    </message>
    <message>
        <source>Mean -log p of the word at each place of the sentence, at one sample of z from the encoder, the KL not counted; a language model&apos;s is exact.</source>
        <translation>句中各位置的词的平均 -log p，由编码器抽取一个 z，不计 KL；语言模型的值是精确的。</translation>
    </message>
    <message>
        <source>rate: KL</source>
        <translation>码率：KL</translation>
    </message>
    <message>
        <source>distortion: reconstruction</source>
        <translation>失真：重构</translation>
    </message>
    <message>
        <source>ELBO</source>
        <translation>ELBO</translation>
    </message>
    <message>
        <source>%1: KL %2, reconstruction %3</source>
        <translation>%1：KL %2，重构 %3</translation>
    </message>
    <message>
        <source>ELBO %1</source>
        <translation>ELBO %1</translation>
    </message>
    <message>
        <source>Rate and distortion</source>
        <translation>码率与失真</translation>
    </message>
    <message>
        <source>Rate: KL(q(z|x) || N(0, I)) in closed form. Distortion: reconstruction, -log p(x|z), one sample of z per sentence, unbiased. Both are means over the sentences of a scheduled evaluation.
Dashed: places of equal ELBO = -(rate + distortion), which is at most log p(x). Along a line z is paid for exactly by what it explains; posterior collapse lies on the left edge.
Thin: where the run has been up to the time cursor.</source>
        <translation>码率：KL(q(z|x) || N(0, I))，解析值。失真：重构，-log p(x|z)，每句抽取一个 z，无偏。两者都是一次定期评估的各句的平均值。
虚线：ELBO = -(码率 + 失真) 相等的位置，ELBO 至多为 log p(x)。沿一条虚线，z 的代价恰好由它所解释的内容抵偿；后验坍塌位于左边缘。
细线：到时间游标为止该运行经过的路径。</translation>
    </message>
    <message>
        <source>Press Start: every scheduled evaluation adds a point.</source>
        <translation>按“开始”：每次定期评估增加一个点。</translation>
    </message>
</context>
<context>
    <name>collapsar::MeasuresFlow</name>
    <message>
        <source>no checkpoint yet</source>
        <translation>尚无检查点</translation>
    </message>
</context>
<context>
    <name>collapsar::MeasuresPanel</name>
    <message>
        <source>Measures</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Run whose latent dimensions are shown</source>
        <translation>显示哪个运行的潜变量维度</translation>
    </message>
    <message>
        <source>What is shown by position</source>
        <translation>按位置显示的内容</translation>
    </message>
    <message>
        <source>Show a run on the stage to measure it.</source>
        <translation>请在画面上显示一个运行，以对其测量。</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Press Start: this is measured on the newest checkpoint.</source>
        <translation>按“开始”：此项在最新的检查点上测量。</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>NLL</source>
        <translation>NLL</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>%1 validation sentences</source>
        <translation>%1 个验证句</translation>
    </message>
    <message>
        <source>measuring %1: %2 %</source>
        <translation>正在测量 %1：%2 %</translation>
    </message>
    <message>
        <source>Rate and distortion come from scheduled evaluations. Everything else is measured on request, with the weights of each run&apos;s newest checkpoint at or before the time cursor.</source>
        <translation>码率和失真来自定期评估。其余各项按需测量，使用各运行在时间游标处或之前的最新检查点的权重。</translation>
    </message>
</context>
<context>
    <name>collapsar::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>collapsar::PosteriorPlot</name>
    <message>
        <source>Press Start to train both runs on the same batches</source>
        <translation>按“开始”用相同的批次训练两个运行</translation>
    </message>
    <message>
        <source>Posterior mean space</source>
        <translation>后验均值空间</translation>
    </message>
    <message>
        <source>Posterior mean space of %1</source>
        <translation>%1 的后验均值空间</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n examples; spread of true means %2, of approximate means %3, correlation %4, mean gap %5</source>
        <translation>
            <numerusform>%1：%n 个样本；真实均值的离散度 %2，近似均值的离散度 %3，相关系数 %4，平均差距 %5</numerusform>
        </translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>Axis of the latent space</source>
        <translation>潜变量空间的轴</translation>
    </message>
    <message>
        <source>Chooses the axis of the latent space on which the means are drawn</source>
        <translation>选择在潜变量空间的哪个轴上绘制均值</translation>
    </message>
</context>
<context>
    <name>collapsar::PosteriorScene</name>
    <message>
        <source>inference collapse</source>
        <translation>推断坍塌</translation>
    </message>
    <message>
        <source>model collapse</source>
        <translation>模型坍塌</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>mean of true posterior</source>
        <translation>真实后验的均值</translation>
    </message>
    <message>
        <source>mean of approximate posterior</source>
        <translation>近似后验的均值</translation>
    </message>
    <message>
        <source>example %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>true mean</source>
        <translation>真实均值</translation>
    </message>
    <message>
        <source>approximate mean</source>
        <translation>近似均值</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>log p(x)</source>
        <translation>log p(x)</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>, inner %1</source>
        <translation>，内层 %1</translation>
    </message>
    <message>
        <source>preview, error up to %1</source>
        <translation>预览，误差不超过 %1</translation>
    </message>
    <message>
        <source>no true posterior means
were measured</source>
        <translation>没有测量
真实后验均值</translation>
    </message>
    <message>
        <source>%1, too few</source>
        <translation>%1，过少</translation>
    </message>
    <message>
        <source>effective samples</source>
        <translation>有效样本数</translation>
    </message>
    <message>
        <source>principal direction %1, %2 % of variance</source>
        <translation>主方向 %1，占方差的 %2 %</translation>
    </message>
    <message>
        <source>dimension %1 of %2</source>
        <translation>第 %1 维，共 %2 维</translation>
    </message>
    <message>
        <source>%1, largest KL</source>
        <translation>%1，KL 最大</translation>
    </message>
    <message>
        <source>true posterior means
were not measured</source>
        <translation>真实后验均值
未测量</translation>
    </message>
    <message numerus="yes">
        <source>hollow: %n unreliable true means</source>
        <translation>
            <numerusform>空心：%n 个不可靠的真实均值</numerusform>
        </translation>
    </message>
    <message>
        <source>no true means</source>
        <translation>无真实均值</translation>
    </message>
</context>
<context>
    <name>collapsar::PresetPicker</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation>预期结果</translation>
    </message>
    <message>
        <source>Load preset</source>
        <translation>加载预设</translation>
    </message>
</context>
<context>
    <name>collapsar::ProjectionWords</name>
    <message>
        <source>Dimension %1</source>
        <translation>第 %1 维</translation>
    </message>
    <message>
        <source>Dimension %1 (KL %2 nats)</source>
        <translation>第 %1 维（KL %2 nat）</translation>
    </message>
    <message>
        <source>The dimension with the largest KL</source>
        <translation>KL 最大的维</translation>
    </message>
    <message>
        <source>Principal direction %1 of the true means</source>
        <translation>真实均值的主方向 %1</translation>
    </message>
</context>
<context>
    <name>collapsar::ReplayScene</name>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Mutual information</source>
        <translation>互信息</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>mean of true posterior</source>
        <translation>真实后验的均值</translation>
    </message>
    <message>
        <source>mean of approximate posterior</source>
        <translation>近似后验的均值</translation>
    </message>
    <message>
        <source>nothing measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>ended at update %1</source>
        <translation>在更新 %1 结束</translation>
    </message>
</context>
<context>
    <name>collapsar::RunCard</name>
    <message>
        <source>Name of the run</source>
        <translation>运行的名称</translation>
    </message>
    <message>
        <source>Click to rename the run</source>
        <translation>点击以重命名运行</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>MI</source>
        <translation>MI</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>KL from the approximate posterior to the prior, nats per example, validation data</source>
        <translation>近似后验到先验的 KL，每样本 nat，验证数据</translation>
    </message>
    <message>
        <source>Active units: latent dimensions whose posterior mean varies over the data</source>
        <translation>活跃单元：后验均值随数据变化的潜变量维度</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Mutual information of data and latent over the evaluated examples, nats</source>
        <translation>互信息 (MI)：数据与潜变量之间，在所评估的样本上，nat</translation>
    </message>
    <message>
        <source>Mutual information of data and latent inside each batch as published, nats</source>
        <translation>互信息 (MI)：数据与潜变量之间，按论文在每个批次内计算，nat</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>active units of all</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>%1 · update %2</source>
        <comment>phase of the run, and where</comment>
        <translation>%1 · 更新 %2</translation>
    </message>
    <message>
        <source>Nothing was measured up to this update</source>
        <translation>到此更新为止尚无测量</translation>
    </message>
    <message>
        <source>How far inference lags: mean KL from the approximate to the true posterior over the probes, nats</source>
        <translation>推断滞后多少：近似后验到真实后验的 KL 在探测句上的平均值，nat</translation>
    </message>
    <message>
        <source>A language model: without a latent there is no posterior to look at. Its ELBO is exactly log p(x), what a collapsed model falls back to.</source>
        <translation>语言模型：没有潜变量，因此没有可看的后验。其 ELBO 恰为 log p(x)，即坍塌的模型退回到的水平。</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>语言模型</translation>
    </message>
</context>
<context>
    <name>collapsar::RunChip</name>
    <message>
        <source>Colour of %1</source>
        <translation>%1 的颜色</translation>
    </message>
</context>
<context>
    <name>collapsar::RunOpening</name>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>%1 stands at update %L2 of %L3.</source>
        <translation>%1 停在更新 %L2 / %L3。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>仅查看</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsArrangement</name>
    <message>
        <source>No group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>假设实验</translation>
    </message>
    <message>
        <source>from %1 at %2</source>
        <translation>来自 %1，更新 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>run, where from</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Mean ± standard deviation over the runs of this group</source>
        <translation>此组各运行的均值 ± 标准差</translation>
    </message>
    <message>
        <source>Return folds and unfolds the group</source>
        <translation>Return 折叠或展开该组</translation>
    </message>
    <message>
        <source>Group %1, %2</source>
        <comment>name, how many runs</comment>
        <translation>分组 %1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsDrawer</name>
    <message>
        <source>Runs and their differences</source>
        <translation>运行及其差异</translation>
    </message>
    <message>
        <source>Select two or more runs in the table, or show them on the stage.</source>
        <translation>请在表中选择两个或更多运行，或将它们显示在画面上。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Latent units</source>
        <translation>潜变量单元</translation>
    </message>
    <message>
        <source>Latent plane</source>
        <translation>潜变量平面</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词句</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsModel</name>
    <message>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1，已显示</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1，已隐藏</translation>
    </message>
    <message>
        <source>%1, from %2 at %3</source>
        <translation>%1，来自 %2，更新 %3</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Name, strategy, parent, seed, state, group and note; every word must occur</source>
        <translation>名称、策略、父运行、种子、状态、分组和备注；须包含每个词</translation>
    </message>
    <message>
        <source>Group runs</source>
        <translation>将运行分组</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐个</translation>
    </message>
    <message>
        <source>Forks stand under their parents</source>
        <translation>分支列在父运行之下</translation>
    </message>
    <message>
        <source>By strategy</source>
        <translation>按策略</translation>
    </message>
    <message>
        <source>A line with mean ± standard deviation above the runs of one strategy</source>
        <translation>在同一策略的运行上方显示均值 ± 标准差一行</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>按分组</translation>
    </message>
    <message>
        <source>By the word in the column Group</source>
        <translation>按“分组”列中的词</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Table of runs</source>
        <translation>运行表</translation>
    </message>
    <message>
        <source>No runs yet. Press Start, open a run, or choose Compare strategies: every run gets a line here.</source>
        <translation>尚无运行。请按“开始”、打开运行，或选择“比较策略”：每个运行在此占一行。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>%1, %2 shown</source>
        <comment>how many runs, how many of them</comment>
        <translation>%1，显示 %2</translation>
    </message>
    <message>
        <source>No run matches “%1”.</source>
        <translation>没有与“%1”匹配的运行。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Show or hide</source>
        <translation>显示或隐藏</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>仅显示此运行</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Edit group</source>
        <translation>编辑分组</translation>
    </message>
    <message>
        <source>Fork ...</source>
        <translation>分支 ...</translation>
    </message>
    <message>
        <source>What if ...</source>
        <translation>假设实验 ...</translation>
    </message>
    <message>
        <source>Keep this what-if</source>
        <translation>保留此假设实验</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Fold or unfold the group</source>
        <translation>折叠或展开该组</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢复初始状态</translation>
    </message>
</context>
<context>
    <name>collapsar::SegmentedControl</name>
    <message>
        <source>%1: %2</source>
        <comment>control: choice</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>collapsar::Session</name>
    <message>
        <source>%1, what if</source>
        <translation>%1，假设实验</translation>
    </message>
    <message>
        <source>%1 from %L2</source>
        <translation>%1（自更新 %L2）</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1，种子 %2</translation>
    </message>
    <message>
        <source>Waits for a processor core to come free</source>
        <translation>正在等待空闲的处理器核心</translation>
    </message>
</context>
<context>
    <name>collapsar::SessionFlow</name>
    <message>
        <source>Sessions (*.collapsar)</source>
        <translation>会话 (*.collapsar)</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Watch a folder of runs</source>
        <translation>监视运行文件夹</translation>
    </message>
    <message>
        <source>Add a run</source>
        <translation>添加运行</translation>
    </message>
</context>
<context>
    <name>collapsar::SettingRow</name>
    <message>
        <source>Browse ...</source>
        <translation>浏览 ...</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>浏览“%1”</translation>
    </message>
    <message>
        <source>Text (*.txt *.txt.gz);;All files (*)</source>
        <translation>文本 (*.txt *.txt.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Set %1 back to %2</source>
        <translation>将“%1”恢复为 %2</translation>
    </message>
</context>
<context>
    <name>collapsar::SettingsDialog</name>
    <message>
        <source>Start parameters</source>
        <translation>启动参数</translation>
    </message>
    <message>
        <source>&amp;Apply changes to both runs</source>
        <translation>更改应用于两个运行(&amp;A)</translation>
    </message>
    <message>
        <source>What is changed in one tab is changed in the other too</source>
        <translation>在一个标签页中的更改也会应用到另一个</translation>
    </message>
    <message>
        <source>&amp;Second run</source>
        <translation>第二个运行(&amp;S)</translation>
    </message>
    <message>
        <source>Train two runs side by side on the same batches, or one alone</source>
        <translation>用相同的批次并排训练两个运行，或只训练一个</translation>
    </message>
    <message>
        <source>Use for a new start</source>
        <translation>用于重新开始</translation>
    </message>
    <message>
        <source>Run 2</source>
        <translation>运行 2</translation>
    </message>
    <message>
        <source>%1: needs a change</source>
        <comment>run whose settings have problems</comment>
        <translation>%1：需要修改</translation>
    </message>
</context>
<context>
    <name>collapsar::SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>没有匹配的设置。</translation>
    </message>
</context>
<context>
    <name>collapsar::SmallPlot</name>
    <message>
        <source>Fit to data</source>
        <translation>适应数据</translation>
    </message>
    <message>
        <source>Export this plot...</source>
        <translation>导出此图...</translation>
    </message>
</context>
<context>
    <name>collapsar::Stage</name>
    <message numerus="yes">
        <source>%n more run(s) with curves only: hide one in the table of runs to see its picture here</source>
        <translation>
            <numerusform>另有 %n 个运行只显示曲线：在运行表中隐藏一个，即可在此查看其图像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::StageLook</name>
    <message>
        <source>x axis</source>
        <translation>x 轴</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>what a curve shows</source>
        <translation>曲线显示的内容</translation>
    </message>
    <message>
        <source>vertical axis</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>collapsar::StagePresenter</name>
    <message>
        <source>fork at %1</source>
        <translation>在更新 %1 分支</translation>
    </message>
    <message>
        <source>from %1 at %2</source>
        <comment>a fork: parent, update</comment>
        <translation>来自 %1，更新 %2</translation>
    </message>
    <message>
        <source>Replay: press End to go on live, or continue from here</source>
        <translation>回放：按 End 回到实时，或从此处继续</translation>
    </message>
</context>
<context>
    <name>collapsar::SwitchesCard</name>
    <message>
        <source>Aggressive</source>
        <translation>激进</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Skip connections</source>
        <translation>跳跃连接</translation>
    </message>
    <message>
        <source>KL weight, number</source>
        <translation>KL 权重，数值</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 权重</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Re-initialise decoder</source>
        <translation>重新初始化解码器</translation>
    </message>
    <message>
        <source>Fresh decoder weights and optimiser state: gives a collapsed run another chance</source>
        <translation>全新的解码器权重和优化器状态：给已坍塌的运行再一次机会</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Encoder learning rate</source>
        <translation>编码器学习率</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Freeze encoder</source>
        <translation>冻结编码器</translation>
    </message>
    <message>
        <source>Freeze decoder</source>
        <translation>冻结解码器</translation>
    </message>
    <message>
        <source>KL schedule</source>
        <translation>KL 调度</translation>
    </message>
    <message>
        <source>Switches of %1</source>
        <translation>%1 的开关</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>at update %1</source>
        <translation>更新 %1 时</translation>
    </message>
    <message>
        <source>Free bits</source>
        <translation>自由比特</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>collapsar::TimeLine</name>
    <message>
        <source>%1/s</source>
        <comment>pictures per second</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1x</source>
        <comment>times the speed of training</comment>
        <translation>%1x</translation>
    </message>
    <message>
        <source>%1 pictures per second</source>
        <translation>每秒 %1 幅图像</translation>
    </message>
    <message>
        <source>%1 times the speed of training</source>
        <translation>训练速度的 %1 倍</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Time line, updates</source>
        <translation>时间线，更新</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>从此处继续</translation>
    </message>
    <message>
        <source>Show the newest data as they come (End)</source>
        <translation>随到随显示最新数据 (End)</translation>
    </message>
    <message>
        <source>live, update %1</source>
        <translation>实时，更新 %1</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>update %1 of %2, live goes on</source>
        <translation>更新 %1 / %2，实时仍在继续</translation>
    </message>
    <message>
        <source>update %1 of %2</source>
        <translation>更新 %1 / %2</translation>
    </message>
    <message>
        <source>Live goes on</source>
        <translation>实时继续中</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Move the cursor back first: at the newest update the runs go on by themselves</source>
        <translation>请先将游标移回：在最新更新处，运行会自行继续</translation>
    </message>
    <message>
        <source>Train on from update %1 as a fork; the run itself stays as it is</source>
        <translation>从更新 %1 起作为分支继续训练；原运行保持不变</translation>
    </message>
    <message>
        <source>Pause the replay (Space)</source>
        <translation>暂停回放 (Space)</translation>
    </message>
    <message>
        <source>Replay from the beginning</source>
        <translation>从头回放</translation>
    </message>
    <message>
        <source>Replay from here (Space)</source>
        <translation>从此处回放 (Space)</translation>
    </message>
    <message>
        <source>Pause the replay</source>
        <translation>暂停回放</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
</context>
<context>
    <name>collapsar::TimeTrack</name>
    <message>
        <source>%1 at %2</source>
        <comment>what happened, update</comment>
        <translation>%1，更新 %2</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::UnitHeatMap</name>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Run whose units are shown</source>
        <translation>显示哪个运行的单元</translation>
    </message>
    <message>
        <source>Units over time</source>
        <translation>单元随时间的变化</translation>
    </message>
    <message>
        <source>%1 of %2 active</source>
        <translation>活跃 %1/%2</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>没有运行</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1：尚未测量</translation>
    </message>
    <message>
        <source>%1, update %2: %3 of %4 units active</source>
        <translation>%1，更新 %2：活跃单元 %3/%4</translation>
    </message>
    <message>
        <source>Units of %1</source>
        <translation>%1 的单元</translation>
    </message>
    <message>
        <source>KL of each dimension</source>
        <translation>各维的 KL</translation>
    </message>
    <message>
        <source>Variance of posterior means</source>
        <translation>后验均值的方差</translation>
    </message>
    <message>
        <source>Largest KL on top</source>
        <translation>KL 最大者在上</translation>
    </message>
    <message>
        <source>In order of index</source>
        <translation>按序号排列</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>latent dimension</source>
        <translation>潜变量维度</translation>
    </message>
    <message>
        <source>KL, nats</source>
        <translation>KL，nat</translation>
    </message>
    <message>
        <source>variance of means (line: active)</source>
        <translation>均值的方差（线：活跃）</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>不活跃</translation>
    </message>
    <message>
        <source>dimension %1, measured at update %2</source>
        <translation>第 %1 维，在更新 %2 测量</translation>
    </message>
    <message>
        <source>KL %1 nats</source>
        <translation>KL %1 nat</translation>
    </message>
    <message>
        <source>variance %1: %2 (from %3 on)</source>
        <translation>方差 %1：%2（不小于 %3 为活跃）</translation>
    </message>
</context>
<context>
    <name>collapsar::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New from preset...</source>
        <translation>由预设新建(&amp;N)...</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;tart parameters...</source>
        <translation>启动参数(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Open run...</source>
        <translation>打开运行(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Recent runs</source>
        <translation>最近的运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Interrupted runs...</source>
        <translation>中断的运行(&amp;I)...</translation>
    </message>
    <message>
        <source>Save &amp;checkpoint...</source>
        <translation>保存检查点(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>导出(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Step &amp;encoder</source>
        <translation>单步：编码器(&amp;E)</translation>
    </message>
    <message>
        <source>Step &amp;decoder</source>
        <translation>单步：解码器(&amp;D)</translation>
    </message>
    <message>
        <source>Step &amp;update</source>
        <translation>单步：更新(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reset, same seed</source>
        <translation>重置，种子不变(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;seed</source>
        <translation>换种子(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>速度(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;low motion</source>
        <translation>慢速(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>观察(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Full speed</source>
        <translation>全速(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;One run</source>
        <translation>一个运行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Two runs</source>
        <translation>两个运行(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;it all</source>
        <translation>全部适应(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;X axis</source>
        <translation>x 轴(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Updates</source>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <source>E&amp;pochs</source>
        <translation>轮次(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation>秒(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>平滑(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Light (0.6)</source>
        <translation>弱 (0.6)(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Strong (0.9)</source>
        <translation>强 (0.9)(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Trails</source>
        <translation>轨迹(&amp;T)</translation>
    </message>
    <message>
        <source>St&amp;aircase</source>
        <translation>阶梯(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Own axes</source>
        <translation>各自坐标轴(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;witches and events</source>
        <translation>开关和事件(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>展示模式(&amp;P)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation>曲线(&amp;C)</translation>
    </message>
    <message>
        <source>Plot &amp;%1</source>
        <translation>图 &amp;%1</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Collapsar</source>
        <translation>关于 Collapsar(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add a run to the stage...</source>
        <translation>将运行添加到画面(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Watch a folder...</source>
        <translation>监视文件夹(&amp;W)...</translation>
    </message>
    <message>
        <source>Open &amp;session...</source>
        <translation>打开会话(&amp;D)...</translation>
    </message>
    <message>
        <source>Sa&amp;ve session...</source>
        <translation>保存会话(&amp;V)...</translation>
    </message>
    <message>
        <source>&amp;Figures of He et al.</source>
        <translation>He 等人的图(&amp;F)</translation>
    </message>
    <message>
        <source>Figure &amp;2: posterior mean spaces...</source>
        <translation>图 &amp;2：后验均值空间...</translation>
    </message>
    <message>
        <source>Figure &amp;3: one example&apos;s way...</source>
        <translation>图 &amp;3：单个样本的路径...</translation>
    </message>
    <message>
        <source>Figures &amp;4 and 5: KL and mutual information...</source>
        <translation>图 &amp;4 和 5：KL 和互信息...</translation>
    </message>
    <message>
        <source>Export the repla&amp;y...</source>
        <translation>导出回放(&amp;Y)...</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare strategies...</source>
        <translation>比较策略(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Fork here...</source>
        <translation>在此处分支(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;What if...</source>
        <translation>假设实验(&amp;W)...</translation>
    </message>
    <message>
        <source>&amp;Keep the what-ifs</source>
        <translation>保留假设实验(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Throw the what-ifs away</source>
        <translation>丢弃假设实验(&amp;T)</translation>
    </message>
    <message>
        <source>Table of &amp;runs</source>
        <translation>运行表(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Differences</source>
        <translation>差异(&amp;D)</translation>
    </message>
    <message>
        <source>Latent &amp;units</source>
        <translation>潜变量单元(&amp;U)</translation>
    </message>
    <message>
        <source>Latent &amp;plane</source>
        <translation>潜变量平面(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;ncoder updates</source>
        <translation>编码器更新(&amp;N)</translation>
    </message>
    <message>
        <source>Export the table of r&amp;uns...</source>
        <translation>导出运行表(&amp;U)...</translation>
    </message>
    <message>
        <source>About the &amp;data...</source>
        <translation>关于数据(&amp;D)...</translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation>度量(&amp;M)</translation>
    </message>
    <message>
        <source>W&amp;ords</source>
        <translation>词句(&amp;O)</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsControls</name>
    <message>
        <source>What is written</source>
        <translation>生成的内容</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>Each example is encoded to z, and written again from there</source>
        <translation>将每个样本编码为 z，再由 z 重新生成</translation>
    </message>
    <message>
        <source>From the prior</source>
        <translation>来自先验</translation>
    </message>
    <message>
        <source>z is drawn of the prior N(0, I)</source>
        <translation>z 从先验 N(0, I) 中抽取</translation>
    </message>
    <message>
        <source>Between two</source>
        <translation>两者之间</translation>
    </message>
    <message>
        <source>z goes in equal steps from one example&apos;s to another&apos;s</source>
        <translation>z 以相等的步长从一个样本的 z 走到另一个样本的 z</translation>
    </message>
    <message>
        <source>z of an example</source>
        <translation>样本的 z</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>z is the mean of q(z|x)</source>
        <translation>z 为 q(z|x) 的均值</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>z is one draw of q(z|x)</source>
        <translation>z 为 q(z|x) 的一次抽样</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>贪心</translation>
    </message>
    <message>
        <source>The likeliest word at every position</source>
        <translation>每个位置取概率最大的词</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Every word is drawn of the model&apos;s distribution</source>
        <translation>每个词都从模型的分布中抽取</translation>
    </message>
    <message>
        <source>Beam</source>
        <translation>束搜索</translation>
    </message>
    <message>
        <source>The likeliest sentence that a beam search finds</source>
        <translation>束搜索找到的概率最大的句子</translation>
    </message>
    <message>
        <source>Beam width</source>
        <translation>束宽</translation>
    </message>
    <message>
        <source>Beam width: how many beginnings the search keeps</source>
        <translation>束宽：搜索保留多少个句子开头</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Temperature: logits are divided by it; 1 is the model&apos;s own distribution</source>
        <translation>温度：logit 除以此值；1 为模型自身的分布</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>First example</source>
        <translation>第一个样本</translation>
    </message>
    <message>
        <source>Number of the first example, counted as in the posterior mean space</source>
        <translation>第一个样本的编号，与后验均值空间中的编号相同</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Second example</source>
        <translation>第二个样本</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>%1 %, %2 left</source>
        <translation>%1 %，剩余 %2</translation>
    </message>
    <message>
        <source>Exactly here</source>
        <translation>精确到此处</translation>
    </message>
    <message>
        <source>Made by the weights of the time cursor&apos;s own update, which are made again by training on from the checkpoint before it; takes a while, and ends when this is unticked. Else, and while a run trains, the newest checkpoint up to there writes, at once.</source>
        <translation>用时间游标所在更新的权重生成；这些权重由之前的检查点继续训练而重新得到，需要一些时间，取消勾选即中止。否则，以及运行正在训练时，由到该处为止的最新检查点立即生成。</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies the table as text, separated by tabs</source>
        <translation>将表格复制为以制表符分隔的文本</translation>
    </message>
    <message>
        <source>%L1  %2</source>
        <comment>number of an example, its words</comment>
        <translation>%L1  %2</translation>
    </message>
    <message>
        <source> points</source>
        <translation> 个点</translation>
    </message>
    <message>
        <source> sentences</source>
        <translation> 句</translation>
    </message>
    <message>
        <source>How many points on the line, both ends included</source>
        <translation>线上的点数，含两端</translation>
    </message>
    <message>
        <source>How many sentences</source>
        <translation>句数</translation>
    </message>
    <message>
        <source>Other draws of z and of words: this is drawing %L1</source>
        <translation>重新抽取 z 和词：当前为第 %L1 次抽取</translation>
    </message>
    <message>
        <source>Nothing is drawn: z is the mean, and words are the likeliest</source>
        <translation>没有随机抽取：z 为均值，词取概率最大者</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsDelegate</name>
    <message>
        <source>as without z</source>
        <translation>与无 z 时相同</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsHeader</name>
    <message>
        <source>Writing...</source>
        <translation>正在生成...</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsModel</name>
    <message>
        <source>Original</source>
        <translation>原句</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>%1 from %2: %3</source>
        <comment>run, original or place, sentence</comment>
        <translation>%1，由 %2 生成：%3</translation>
    </message>
    <message>
        <source>%1 (as without z)</source>
        <translation>%1（与无 z 时相同）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>run, place</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>%1, before %2</source>
        <translation>%1，早于 %2</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1，晚于 %2</translation>
    </message>
    <message>
        <source>Nothing of this run is on disk, so there are no weights to write with.</source>
        <translation>磁盘上没有此运行的任何内容，因此没有可用于生成的权重。</translation>
    </message>
    <message>
        <source>No checkpoint yet. The first one is written when training starts.</source>
        <translation>尚无检查点。训练开始时会写入第一个。</translation>
    </message>
    <message>
        <source>A language model has no z: it neither encodes a sentence nor goes from one to another. Choose From the prior to see what it writes by itself.</source>
        <translation>语言模型没有 z：它既不编码句子，也不从一句走到另一句。请选择“来自先验”，以查看它自行生成的内容。</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsPage</name>
    <message>
        <source>Writing</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词句</translation>
    </message>
    <message>
        <source>No run is shown. Choose a preset and press Start, or open a run: the sentences that it writes appear here.</source>
        <translation>没有显示任何运行。请选择预设并按“开始”，或打开运行：它生成的句子会显示在这里。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run, reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Writing...</source>
        <translation>正在生成...</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsTable</name>
    <message>
        <source>Sentences that the runs write</source>
        <translation>各运行生成的句子</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
</context>
</TS>
