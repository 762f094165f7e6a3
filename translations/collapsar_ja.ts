<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AxisScale</name>
    <message>
        <source>log</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>symlog, linear within ±%1</source>
        <translation>対称対数、±%1 以内は線形</translation>
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
        <translation>変分オートエンコーダの事後崩壊を見て、理解し、食い止める。

使い方:
  collapsar [RUN | SESSION | PRESET | SETTINGS]  既定のデモを用意してウィンドウを開く
  collapsar --demo DIR [--updates N]             ウィンドウなしでデモを学習し、図、CSV、判定を DIR に出力する
  collapsar figure RUN... --out FILE             ウィンドウなしで実行の図を書き出す
  collapsar animate RUN... --out FILE.gif|DIR    実行のリプレイを GIF または連番 PNG 画像として書き出す

オプション:
  --theme system|light|dark                ウィンドウの配色
  --updates N                              デモの両方の実行が終わる更新
  --kind KIND                              図の内容: posterior-means (既定)、curves、stage、
                                           rate-distortion、he2 (学習中の平均空間)、he3 (1 つの例の
                                           軌跡)、または he4 (KL、相互情報量、集約 KL)
  --out FILE                               .png、.svg、または .pdf
  --width MM --height MM                   図のサイズ、20 から 2000 mm
  --dpi N                                  PNG の 1 インチあたりのドット数、36 から 1200 (300)
  --at N,N,...                             he2: 各列の更新。he3: 最初から最後まで
  --example N                              he3: 例の番号、1 から
  --no-caption                             he2、he3、he4: 注記と出典をメタデータだけに入れる
  --from N --to N                          animate: 更新の範囲 (すべて)
  --fps N                                  animate: 1 秒あたりのフレーム数、1 から 50 (12.5)
  --speed N                                animate: 1 フレームあたりの更新 (15 秒に収まる値)
  --size WxH                               animate: ピクセル数 (960x540)
  --title TEXT                             animate: 各フレームの 1 行目
  --no-curves                              animate: 平均空間だけ
  -h, --help                               この説明
  -v, --version                            バージョン

終了コード: 0 完了、1 処理できなかった (ファイルに書き込めない、実行が使用中)、2 引数の誤り、
3 実行、プリセット、設定ファイル、またはそのデータを使用できない、4 実行中に NaN または無限大が発生。
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
        <translation>データ、バッチ、シードは同じでなければなりませんが、%1は「%3」で %2、「%5」で %4 です。</translation>
    </message>
    <message>
        <source>“%1” and “%2” are the same; change one of them.</source>
        <translation>「%1」と「%2」は同じです。どちらかを変更してください。</translation>
    </message>
    <message>
        <source>Tick two or more.</source>
        <translation>2 つ以上にチェックを付けてください。</translation>
    </message>
    <message>
        <source>Add a variant.</source>
        <translation>バリアントを追加してください。</translation>
    </message>
    <message>
        <source>At most %1 runs race at once.</source>
        <translation>同時に競走できる実行は %1 個までです。</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1、シード %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>differences</comment>
        <translation>ほか %1 件</translation>
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
        <translation>未測定</translation>
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
        <translation>nat、検証</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>再構成</translation>
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
        <translation>パープレキシティ</translation>
    </message>
    <message>
        <source>upper bound</source>
        <translation>上界</translation>
    </message>
    <message>
        <source>Mutual information</source>
        <translation>相互情報量</translation>
    </message>
    <message>
        <source>nats / batch</source>
        <translation>nat / バッチ</translation>
    </message>
    <message>
        <source>nats, full set</source>
        <translation>nat、全体</translation>
    </message>
    <message>
        <source>Active units</source>
        <translation>アクティブユニット</translation>
    </message>
    <message>
        <source>count</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>遅れ</translation>
    </message>
    <message>
        <source>nats, probes</source>
        <translation>nat、プローブ</translation>
    </message>
    <message>
        <source>Log likelihood</source>
        <translation>対数尤度</translation>
    </message>
    <message>
        <source>Spread of true means</source>
        <translation>真の平均の広がり</translation>
    </message>
    <message>
        <source>sd, probes</source>
        <translation>SD、プローブ</translation>
    </message>
    <message>
        <source>Spread of approximate means</source>
        <translation>近似平均の広がり</translation>
    </message>
    <message>
        <source>Correlation of means</source>
        <translation>平均どうしの相関</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>プローブ</translation>
    </message>
    <message>
        <source>Mean gap</source>
        <translation>平均ギャップ</translation>
    </message>
    <message>
        <source>Training ELBO</source>
        <translation>学習 ELBO</translation>
    </message>
    <message>
        <source>nats, own batch</source>
        <translation>nat、自バッチ</translation>
    </message>
    <message>
        <source>Training reconstruction</source>
        <translation>学習再構成</translation>
    </message>
    <message>
        <source>Training KL</source>
        <translation>学習 KL</translation>
    </message>
    <message>
        <source>Encoder gradient</source>
        <translation>エンコーダ勾配</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>ノルム</translation>
    </message>
    <message>
        <source>Decoder gradient</source>
        <translation>デコーダ勾配</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 重み</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>適用値</translation>
    </message>
    <message>
        <source>Inner updates</source>
        <translation>内側更新</translation>
    </message>
    <message>
        <source>per update</source>
        <translation>更新あたり</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>デコーダ</translation>
    </message>
    <message>
        <source>encoder updates</source>
        <translation>エンコーダ更新</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>エポック</translation>
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
        <translation>エンコーダ更新 %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>エポック %1</translation>
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
        <translation>精緻化後の ELBO</translation>
    </message>
    <message>
        <source>Refined KL</source>
        <translation>精緻化後の KL</translation>
    </message>
    <message>
        <source>KL of the aggregate posterior</source>
        <translation>集約事後分布の KL</translation>
    </message>
    <message>
        <source>Usage gap, shuffled z</source>
        <translation>利用ギャップ、シャッフルした z</translation>
    </message>
    <message>
        <source>Usage gap, prior z</source>
        <translation>利用ギャップ、事前分布の z</translation>
    </message>
    <message>
        <source>Cosine of features</source>
        <translation>特徴のコサイン類似度</translation>
    </message>
    <message>
        <source>mean of pairs</source>
        <translation>ペアの平均</translation>
    </message>
    <message>
        <source>Effective rank of features</source>
        <translation>特徴の有効ランク</translation>
    </message>
    <message>
        <source>of the covariance</source>
        <translation>共分散</translation>
    </message>
    <message>
        <source>Linear probe</source>
        <translation>線形プローブ</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>IW-NLL</source>
        <translation>IW-NLL</translation>
    </message>
    <message>
        <source>nats, at the end</source>
        <translation>nat、終了時</translation>
    </message>
    <message>
        <source>IW perplexity</source>
        <translation>IW パープレキシティ</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>終了時</translation>
    </message>
</context>
<context>
    <name>DemoReport</name>
    <message>
        <source>ELBO %1 nats, KL %2 nats, mutual information %3 nats, active units %4 of %5, lag %6 nats.</source>
        <translation>ELBO %1 nat、KL %2 nat、相互情報量 %3 nat、アクティブユニット %4/%5、遅れ %6 nat。</translation>
    </message>
    <message>
        <source>%1, after %2 updates: %3. %4 %5</source>
        <translation>%1、%2 更新後: %3。%4 %5</translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>Approximate and true means agree (correlation %1, gap %2).</source>
        <translation>近似平均と真の平均が一致しています (相関 %1、ギャップ %2)。</translation>
    </message>
    <message>
        <source>The latent carries about %1 nats.</source>
        <translation>潜在変数は約 %1 nat の情報を運んでいます。</translation>
    </message>
    <message>
        <source>True means still spread (sd %1); the encoder answers 0 for everything (sd %2).</source>
        <translation>真の平均はまだ広がっています (SD %1) が、エンコーダはすべてに 0 を返しています (SD %2)。</translation>
    </message>
    <message>
        <source>True means still spread (sd %1); the encoder answers nearly the same for everything (sd %2).</source>
        <translation>真の平均はまだ広がっています (SD %1) が、エンコーダはすべてにほぼ同じ値を返しています (SD %2)。</translation>
    </message>
    <message>
        <source>True and approximate means both stay at 0 (sd %1 and %2).</source>
        <translation>真の平均も近似平均も 0 にとどまっています (SD %1 と %2)。</translation>
    </message>
    <message>
        <source>The approximate means stay at 0 (sd %1).</source>
        <translation>近似平均は 0 にとどまっています (SD %1)。</translation>
    </message>
    <message>
        <source>The latent carries nothing: the decoder does without it.</source>
        <translation>潜在変数は何の情報も運ばず、デコーダは潜在変数なしで済ませています。</translation>
    </message>
    <message>
        <source>Nothing measured yet.</source>
        <translation>まだ何も測定していません。</translation>
    </message>
    <message>
        <source>Approximate means spread (sd %1).</source>
        <translation>近似平均は広がっています (SD %1)。</translation>
    </message>
    <message>
        <source>Nothing has settled: true means spread by sd %1, approximate means by sd %2</source>
        <translation>まだ定まっていません: 広がりは真の平均が SD %1、近似平均が SD %2</translation>
    </message>
    <message>
        <source>, correlation %1.</source>
        <translation>、相関 %1。</translation>
    </message>
    <message>
        <source>Approximate means spread (sd %1); the true means do not (sd %2). The decoder ignores what the encoder says.</source>
        <translation>近似平均は広がっています (SD %1) が、真の平均は広がっていません (SD %2)。デコーダはエンコーダの出力を無視しています。</translation>
    </message>
    <message>
        <source>A number became infinite or undefined. Everything measured before is kept; start again with a smaller learning rate.</source>
        <translation>数値が無限大または未定義になりました。それまでの測定はすべて残っています。学習率を下げてやり直してください。</translation>
    </message>
    <message>
        <source>Aggressive for %1 updates and still no rescue (sd %2 true, %3 approximate): the decoder has learnt to do without the latent. Re-initialise the decoder.</source>
        <translation>アグレッシブで %1 更新しても回復しません (SD は真 %2、近似 %3): デコーダは潜在変数なしで済ませることを学習しています。デコーダを再初期化してください。</translation>
    </message>
    <message>
        <source>The encoder lags, and the decoder is learning to do without it.</source>
        <translation>エンコーダが遅れ、デコーダはエンコーダなしで済ませることを学習しつつあります。</translation>
    </message>
    <message>
        <source>one encoder step</source>
        <translation>エンコーダを 1 ステップ</translation>
    </message>
    <message>
        <source>one decoder step</source>
        <translation>デコーダを 1 ステップ</translation>
    </message>
    <message>
        <source>decoder re-initialised</source>
        <translation>デコーダを再初期化</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>アグレッシブ</translation>
    </message>
    <message>
        <source>%1 set to %2</source>
        <translation>%1を %2 に設定</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>setting, old value, new value</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: detail</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation>ウォームアップ中</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>同調</translation>
    </message>
    <message>
        <source>Inference collapse</source>
        <translation>推論崩壊</translation>
    </message>
    <message>
        <source>Model collapse</source>
        <translation>モデル崩壊</translation>
    </message>
    <message>
        <source>Posterior collapse</source>
        <translation>事後崩壊</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Preparing the data ...</source>
        <translation>データを準備しています ...</translation>
    </message>
    <message>
        <source>Press Start to train.</source>
        <translation>「開始」を押すと学習が始まります。</translation>
    </message>
    <message>
        <source>Finished at update %1.</source>
        <translation>更新 %1 で完了しました。</translation>
    </message>
    <message>
        <source>Stopped at update %1; it can be resumed from there.</source>
        <translation>更新 %1 で停止しました。ここから再開できます。</translation>
    </message>
    <message>
        <source>Diverged at update %1: a number became infinite or undefined. What came before is kept; reset and try a smaller learning rate.</source>
        <translation>更新 %1 で発散しました: 数値が無限大または未定義になりました。それまでの結果は残っています。リセットして、学習率を下げてください。</translation>
    </message>
    <message>
        <source>These settings cannot be used</source>
        <translation>この設定は使用できません</translation>
    </message>
    <message>
        <source>The file is missing</source>
        <translation>ファイルがありません</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>ファイルを読み込めません</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>ファイルが破損しています</translation>
    </message>
    <message>
        <source>The file was written by a newer version</source>
        <translation>新しいバージョンで書き込まれたファイルです</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>ファイルに書き込めません</translation>
    </message>
    <message>
        <source>The data cannot be used</source>
        <translation>データを使用できません</translation>
    </message>
    <message>
        <source>The data have changed since the run was trained</source>
        <translation>実行を学習した後にデータが変更されています</translation>
    </message>
    <message>
        <source>The run is in use elsewhere</source>
        <translation>実行はほかで使用中です</translation>
    </message>
    <message>
        <source>Stopped on request</source>
        <translation>要求により停止しました</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>プログラム内部で問題が発生しました</translation>
    </message>
    <message>
        <source>started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>burn-in ended: mutual information fell</source>
        <translation>バーンイン終了: 相互情報量が低下</translation>
    </message>
    <message>
        <source>learning rate cut to %1</source>
        <translation>学習率を %1 に引き下げ</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>チェックポイント</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>computed differently from here</source>
        <translation>ここから計算方法が異なる</translation>
    </message>
    <message>
        <source>rewound to update %1</source>
        <translation>更新 %1 に巻き戻し</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Encoder first at every update.</source>
        <translation>毎回の更新でエンコーダを先に学習。</translation>
    </message>
    <message>
        <source>Burn-in: MI %1, ends when it falls.</source>
        <translation>バーンイン: MI %1、低下すると終了。</translation>
    </message>
    <message>
        <source>Burn-in: until MI falls after an epoch.</source>
        <translation>バーンイン: エポック後に MI が低下するまで。</translation>
    </message>
    <message>
        <source>Burn-in ended at update %1.</source>
        <translation>バーンインは更新 %1 で終了。</translation>
    </message>
    <message>
        <source>Burn-in has ended.</source>
        <translation>バーンインは終了。</translation>
    </message>
    <message>
        <source>inner %1 (stops at %2)</source>
        <translation>内側 %1 (%2 で停止)</translation>
    </message>
    <message>
        <source>inner %1 (stops at %2 ... %3)</source>
        <translation>内側 %1 (%2 ... %3 で停止)</translation>
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
        <translation>内側のクリップ: エンコーダだけのノルム (論文の規則とは異なる)。</translation>
    </message>
    <message>
        <source>The objective or the posterior is not the plain one, so its optimum is not the diagonal.</source>
        <translation>目的関数または事後分布が通常のものではないため、最適点は対角線上にありません。</translation>
    </message>
    <message>
        <source>Pretraining: KL weight 0 until update %1, then a new decoder.</source>
        <translation>事前学習: 更新 %1 まで KL 重み 0、その後デコーダを再初期化。</translation>
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
        <translation>キー</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>&lt;b&gt;Collapsar %1&lt;/b&gt;&lt;p&gt;Watch posterior collapse happen, understand it, stop it.&lt;/p&gt;&lt;p&gt;Qt %2 · QCustomPlot %3&lt;br&gt;%4&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Collapsar %1&lt;/b&gt;&lt;p&gt;事後崩壊を見て、理解し、食い止める。&lt;/p&gt;&lt;p&gt;Qt %2 · QCustomPlot %3&lt;br&gt;%4&lt;/p&gt;&lt;p&gt;GNU General Public License バージョン 3 以降に基づくフリーソフトウェアです。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Collapsar</source>
        <translation>Collapsar について</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>He et al. synthetic · %L1 sentences · vocabulary %L2</source>
        <translation>He et al. の合成データ · %L1 文 · 語彙 %L2</translation>
    </message>
</context>
<context>
    <name>RunColumnText</name>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Tick to show the run; F2 renames it</source>
        <translation>チェックを付けると実行を表示。F2 で名前を変更</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>戦略</translation>
    </message>
    <message>
        <source>What differs from plain ELBO training, as started; live: switches were made since</source>
        <translation>開始時の設定で、通常の ELBO 学習と異なる点。変更あり: その後にスイッチを操作</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>親</translation>
    </message>
    <message>
        <source>The run it was forked from, and at which update</source>
        <translation>分岐元の実行と、分岐した更新</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Runs with one seed share first weights, batches and noise</source>
        <translation>シードが同じ実行は、重みの初期値、バッチ、ノイズを共有</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What the run does now</source>
        <translation>実行の現在の動作</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Completed outer updates</source>
        <translation>完了した外側更新の回数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Training time, all sittings</source>
        <translation>学習時間 (再開分をすべて含む)</translation>
    </message>
    <message>
        <source>ELBO</source>
        <translation>ELBO</translation>
    </message>
    <message>
        <source>Validation ELBO of the newest scheduled evaluation, in nats; one sample of z per example</source>
        <translation>最新の定期評価での検証 ELBO (nat)。1 例あたり z の標本 1 個</translation>
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
        <translation>最新の定期評価での KL (nat)、厳密値</translation>
    </message>
    <message>
        <source>MI, batch</source>
        <translation>MI、バッチ</translation>
    </message>
    <message>
        <source>Mutual information inside each batch of B in nats, ceiling ln B (He et al. 2019); newest scheduled evaluation</source>
        <translation>B 例からなる各バッチ内の相互情報量 (nat)、上限 ln B (He et al. 2019)。最新の定期評価</translation>
    </message>
    <message>
        <source>MI</source>
        <translation>MI</translation>
    </message>
    <message>
        <source>Mutual information over all N evaluated examples in nats, ceiling ln N; newest scheduled evaluation</source>
        <translation>評価した全 N 例での相互情報量 (nat)、上限 ln N。最新の定期評価</translation>
    </message>
    <message>
        <source>AU</source>
        <translation>AU</translation>
    </message>
    <message>
        <source>Active units of the newest scheduled evaluation (Burda et al. 2016)</source>
        <translation>最新の定期評価でのアクティブユニット (Burda et al. 2016)</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>遅れ</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最良</translation>
    </message>
    <message>
        <source>Highest validation ELBO of all scheduled evaluations, in nats</source>
        <translation>すべての定期評価のうち最大の検証 ELBO (nat)</translation>
    </message>
    <message>
        <source>Best at</source>
        <translation>最良の更新</translation>
    </message>
    <message>
        <source>Completed updates at the best validation ELBO</source>
        <translation>検証 ELBO が最良のときの、完了した更新の回数</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>A word of your own to group runs by; double-click to write it</source>
        <translation>実行をグループ分けするための自由な語。ダブルクリックで入力</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Your own words; double-click to write</source>
        <translation>自由なメモ。ダブルクリックで入力</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>aggressive</source>
        <translation>アグレッシブ</translation>
    </message>
    <message>
        <source>aggressive always</source>
        <translation>常にアグレッシブ</translation>
    </message>
    <message>
        <source>annealing</source>
        <translation>アニーリング</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>frozen encoder</source>
        <translation>エンコーダ固定</translation>
    </message>
    <message>
        <source>frozen decoder</source>
        <translation>デコーダ固定</translation>
    </message>
    <message>
        <source>pooling %1</source>
        <translation>プーリング %1</translation>
    </message>
    <message>
        <source>beta %1</source>
        <translation>beta %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>run, update</comment>
        <translation>%1、更新 %2</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <comment>mean, standard deviation</comment>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>実行 1 個</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <comment>more than one</comment>
        <translation>実行 %1 個</translation>
    </message>
    <message>
        <source>%1, live</source>
        <comment>strategy, with switches made since</comment>
        <translation>%1、変更あり</translation>
    </message>
    <message>
        <source>KL from the encoder&apos;s posterior to the true one over the probes, in nats</source>
        <translation>エンコーダの事後分布から真の事後分布への KL、プローブでの平均 (nat)</translation>
    </message>
    <message>
        <source>-log p(x) in nats: exact of a language model, importance-weighted at the end of a run with importance samples, else minus the ELBO, an upper bound</source>
        <translation>-log p(x) (nat)。言語モデルでは厳密値、重点サンプル数を設定した実行の終了時は重点サンプリングによる推定値、それ以外は ELBO の符号を反転した値 (上界)</translation>
    </message>
    <message>
        <source>IW-NLL</source>
        <translation>IW-NLL</translation>
    </message>
    <message>
        <source>Importance-weighted NLL in nats, measured when a run with importance samples has ended; an upper bound in expectation, exact of a language model</source>
        <translation>重点サンプリングによる NLL (nat)。重点サンプル数を設定した実行の終了時に測定。期待値として上界、言語モデルでは厳密値</translation>
    </message>
    <message>
        <source>Refined ELBO</source>
        <translation>精緻化後の ELBO</translation>
    </message>
    <message>
        <source>ELBO of the posteriors after the refinement steps of SA-VAE, in nats; newest scheduled evaluation</source>
        <translation>SA-VAE の精緻化ステップ後の事後分布による ELBO (nat)。最新の定期評価</translation>
    </message>
    <message>
        <source>Refined KL</source>
        <translation>精緻化後の KL</translation>
    </message>
    <message>
        <source>KL of the refined posteriors in nats; newest scheduled evaluation</source>
        <translation>精緻化後の事後分布の KL (nat)。最新の定期評価</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>線形プローブ</translation>
    </message>
    <message>
        <source>Share of labels that a linear probe reads off the posterior means; newest scheduled evaluation</source>
        <translation>線形プローブが事後平均から正しく読み取るラベルの割合。最新の定期評価</translation>
    </message>
    <message>
        <source>Feature cosine</source>
        <translation>特徴コサイン</translation>
    </message>
    <message>
        <source>Mean cosine over pairs of encoder features; 1: all point the same way</source>
        <translation>エンコーダの特徴のペアのコサイン類似度の平均。1: すべて同じ向き</translation>
    </message>
    <message>
        <source>Feature rank</source>
        <translation>特徴ランク</translation>
    </message>
    <message>
        <source>Effective rank of encoder features; newest scheduled evaluation</source>
        <translation>エンコーダの特徴の有効ランク。最新の定期評価</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>CPU 時間</translation>
    </message>
    <message>
        <source>Processor time of training at the newest scheduled evaluation: what a busy machine does not stretch</source>
        <translation>最新の定期評価までの学習の CPU 時間。マシンが混んでいても延びない</translation>
    </message>
    <message>
        <source>Per update</source>
        <translation>更新あたり</translation>
    </message>
    <message>
        <source>Milliseconds for each update: processor time, or training time where that was not recorded</source>
        <translation>1 回の更新あたりのミリ秒: CPU 時間、記録がなければ学習時間</translation>
    </message>
    <message>
        <source>Time / basic</source>
        <translation>時間 / 基本</translation>
    </message>
    <message>
        <source>Time of the whole finished run, divided by that of the basic run on the same data</source>
        <translation>完了した実行全体の時間を、同じデータでの基本の実行の時間で割った値</translation>
    </message>
    <message>
        <source>Per update / basic</source>
        <translation>更新あたり / 基本</translation>
    </message>
    <message>
        <source>Time for each update, divided by that of the basic run on the same data</source>
        <translation>1 回の更新あたりの時間を、同じデータでの基本の実行の値で割った値</translation>
    </message>
    <message>
        <source>cyclical</source>
        <translation>周期的</translation>
    </message>
    <message>
        <source>hold-then-ramp</source>
        <translation>保持後に上昇</translation>
    </message>
    <message>
        <source>pretrained</source>
        <translation>事前学習</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>言語モデル</translation>
    </message>
    <message>
        <source>inner %1</source>
        <translation>内側 %1</translation>
    </message>
    <message>
        <source>free bits %1</source>
        <translation>フリービット %1</translation>
    </message>
    <message>
        <source>free bits %1 per example</source>
        <translation>フリービット %1、例ごと</translation>
    </message>
    <message>
        <source>free bits %1 per batch</source>
        <translation>フリービット %1、バッチごと</translation>
    </message>
    <message>
        <source>free bits %1 per example and dimension</source>
        <translation>フリービット %1、例と次元ごと</translation>
    </message>
    <message>
        <source>word dropout %1</source>
        <translation>単語ドロップアウト %1</translation>
    </message>
</context>
<context>
    <name>SettingText</name>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最後</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
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
        <translation>一定</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>線形</translation>
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
        <translation>学習</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Training</source>
        <comment>group of settings</comment>
        <translation>学習</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>Type a whole number from %1 to %2.</source>
        <translation>%1 から %2 までの整数を入力してください。</translation>
    </message>
    <message>
        <source>Type a number from %1 to %2.</source>
        <translation>%1 から %2 までの数値を入力してください。</translation>
    </message>
    <message>
        <source>Type a whole number from 0 to 18446744073709551615.</source>
        <translation>0 から 18446744073709551615 までの整数を入力してください。</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>ファイルを指定してください。</translation>
    </message>
    <message>
        <source>Choose one of %1.</source>
        <translation>%1 のいずれかを選んでください。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Joint norm</source>
        <translation>合計ノルム</translation>
    </message>
    <message>
        <source>Encoder&apos;s own</source>
        <translation>エンコーダのみ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>Spread evenly</source>
        <translation>均等に分散</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>順方向</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方向</translation>
    </message>
    <message>
        <source>He et al.</source>
        <translation>He et al.</translation>
    </message>
    <message>
        <source>Kim et al.</source>
        <translation>Kim et al.</translation>
    </message>
    <message>
        <source>Cyclical</source>
        <translation>周期的</translation>
    </message>
    <message>
        <source>Hold, then ramp</source>
        <translation>保持後に上昇</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>シグモイド</translation>
    </message>
    <message>
        <source>Per dimension</source>
        <translation>次元ごと</translation>
    </message>
    <message>
        <source>Per example</source>
        <translation>例ごと</translation>
    </message>
    <message>
        <source>Batch mean</source>
        <translation>バッチ平均</translation>
    </message>
    <message>
        <source>Per example and dimension</source>
        <translation>例と次元ごと</translation>
    </message>
    <message>
        <source>Through the steps</source>
        <translation>全ステップを通して</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>KL to the refined</source>
        <translation>精緻化後への KL</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>事前分布</translation>
    </message>
    <message>
        <source>Fixed distance</source>
        <translation>固定距離</translation>
    </message>
    <message>
        <source>Fixed factor</source>
        <translation>固定係数</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>ガウス</translation>
    </message>
    <message>
        <source>Batch-normalised means</source>
        <translation>バッチ正規化した平均</translation>
    </message>
    <message>
        <source>KL floor</source>
        <translation>KL の下限</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>Training text</source>
        <translation>学習テキスト</translation>
    </message>
    <message>
        <source>Validation text</source>
        <translation>検証テキスト</translation>
    </message>
    <message>
        <source>Test text</source>
        <translation>テストテキスト</translation>
    </message>
    <message>
        <source>Generator seed</source>
        <translation>生成器のシード</translation>
    </message>
    <message>
        <source>Training sentences</source>
        <translation>学習文数</translation>
    </message>
    <message>
        <source>Validation sentences</source>
        <translation>検証文数</translation>
    </message>
    <message>
        <source>Test sentences</source>
        <translation>テスト文数</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>語彙</translation>
    </message>
    <message>
        <source>Sentence length</source>
        <translation>文の長さ</translation>
    </message>
    <message>
        <source>Latent scale</source>
        <translation>潜在スケール</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Latent dimensions</source>
        <translation>潜在次元</translation>
    </message>
    <message>
        <source>Word embedding</source>
        <translation>単語埋め込み</translation>
    </message>
    <message>
        <source>Encoder LSTM</source>
        <translation>エンコーダ LSTM</translation>
    </message>
    <message>
        <source>Decoder LSTM</source>
        <translation>デコーダ LSTM</translation>
    </message>
    <message>
        <source>Word dropout</source>
        <translation>単語ドロップアウト</translation>
    </message>
    <message>
        <source>Feature dropout</source>
        <translation>特徴ドロップアウト</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>重みの初期値</translation>
    </message>
    <message>
        <source>Initial embeddings</source>
        <translation>埋め込みの初期値</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>プーリング</translation>
    </message>
    <message>
        <source>Skip path</source>
        <translation>スキップ接続</translation>
    </message>
    <message>
        <source>Aggressive encoder updates</source>
        <translation>アグレッシブなエンコーダ更新</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 重み</translation>
    </message>
    <message>
        <source>KL schedule</source>
        <translation>KL スケジュール</translation>
    </message>
    <message>
        <source>KL weight at the start</source>
        <translation>開始時の KL 重み</translation>
    </message>
    <message>
        <source>KL warm-up</source>
        <translation>KL ウォームアップ</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>オプティマイザ</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Encoder learning rate</source>
        <translation>エンコーダ学習率</translation>
    </message>
    <message>
        <source>Freeze encoder</source>
        <translation>エンコーダを固定</translation>
    </message>
    <message>
        <source>Freeze decoder</source>
        <translation>デコーダを固定</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>勾配クリップ</translation>
    </message>
    <message>
        <source>Inner window</source>
        <translation>内側更新の窓</translation>
    </message>
    <message>
        <source>Inner limit</source>
        <translation>内側更新の上限</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>改善待ち</translation>
    </message>
    <message>
        <source>First cut</source>
        <translation>引き下げの開始</translation>
    </message>
    <message>
        <source>Cut factor</source>
        <translation>引き下げの係数</translation>
    </message>
    <message>
        <source>Last cut</source>
        <translation>引き下げの上限</translation>
    </message>
    <message>
        <source>Shards</source>
        <translation>シャード</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>評価間隔</translation>
    </message>
    <message>
        <source>Evaluated sentences</source>
        <translation>評価文数</translation>
    </message>
    <message>
        <source>Probes from</source>
        <translation>プローブの取得元</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>プローブ</translation>
    </message>
    <message>
        <source>Active unit</source>
        <translation>アクティブユニット</translation>
    </message>
    <message>
        <source>Verdict: spread</source>
        <translation>判定: 広がり</translation>
    </message>
    <message>
        <source>Verdict: correlation</source>
        <translation>判定: 相関</translation>
    </message>
    <message>
        <source>Verdict: gap</source>
        <translation>判定: ギャップ</translation>
    </message>
    <message>
        <source>synthetic for the sequences of He et al. 2019, or a text file with one sentence per line (.txt or .txt.gz)</source>
        <translation>He et al. 2019 の系列には synthetic、または 1 行 1 文のテキストファイル (.txt または .txt.gz)</translation>
    </message>
    <message>
        <source>Fixes the synthetic sentences; He et al. 2019 used this number with another generator of random numbers</source>
        <translation>合成文を決める値。He et al. 2019 は同じ値を別の乱数生成器で使用</translation>
    </message>
    <message>
        <source>Synthetic sentences to train on (He et al. 2019: 16,000)</source>
        <translation>学習に使う合成文の数 (He et al. 2019: 16,000)</translation>
    </message>
    <message>
        <source>Synthetic sentences to validate on (He et al. 2019: 2,000)</source>
        <translation>検証に使う合成文の数 (He et al. 2019: 2,000)</translation>
    </message>
    <message>
        <source>Synthetic sentences kept for the test (He et al. 2019: 2,000)</source>
        <translation>テスト用に取っておく合成文の数 (He et al. 2019: 2,000)</translation>
    </message>
    <message>
        <source>Different words the generator can use (He et al. 2019: 1,000)</source>
        <translation>生成器が使える単語の種類数 (He et al. 2019: 1,000)</translation>
    </message>
    <message>
        <source>Words in every synthetic sentence (He et al. 2019: 10)</source>
        <translation>各合成文の単語数 (He et al. 2019: 10)</translation>
    </message>
    <message>
        <source>The generator&apos;s latent-to-vocabulary weights are uniform in plus or minus this (He et al. 2019: 5); larger makes sentences depend on the latent more</source>
        <translation>潜在から語彙への生成器の重みは、± この値の一様分布 (He et al. 2019: 5)。大きいほど文は潜在に強く依存</translation>
    </message>
    <message>
        <source>Fixes every random draw of the run: weights, order, noise, dropout</source>
        <translation>実行のすべての乱数を決める値: 重み、順序、ノイズ、ドロップアウト</translation>
    </message>
    <message>
        <source>Width of the encoder&apos;s and of the decoder&apos;s word embeddings</source>
        <translation>エンコーダとデコーダの単語埋め込みの幅</translation>
    </message>
    <message>
        <source>Width of the encoder&apos;s LSTM</source>
        <translation>エンコーダの LSTM の幅</translation>
    </message>
    <message>
        <source>Width of the decoder&apos;s LSTM</source>
        <translation>デコーダの LSTM の幅</translation>
    </message>
    <message>
        <source>Probability of dropping a unit of the decoder&apos;s word embeddings in training (He et al. 2019: 0.5)</source>
        <translation>学習時にデコーダの単語埋め込みのユニットを落とす確率 (He et al. 2019: 0.5)</translation>
    </message>
    <message>
        <source>Probability of dropping a unit of the decoder&apos;s features before the vocabulary in training (He et al. 2019: 0.5)</source>
        <translation>学習時に語彙の手前でデコーダの特徴のユニットを落とす確率 (He et al. 2019: 0.5)</translation>
    </message>
    <message>
        <source>Every weight but the embeddings starts uniform in plus or minus this (He et al. 2019: 0.01; Kim et al. 2018: 0.1)</source>
        <translation>埋め込み以外の重みの初期値は、± この値の一様分布 (He et al. 2019: 0.01、Kim et al. 2018: 0.1)</translation>
    </message>
    <message>
        <source>Word embeddings start uniform in plus or minus this (He et al. 2019: 0.1)</source>
        <translation>単語埋め込みの初期値は、± この値の一様分布 (He et al. 2019: 0.1)</translation>
    </message>
    <message>
        <source>How the encoder&apos;s states become one feature: the last one, or mean or max over time (Long et al. 2019); absmax, the value farthest from 0, is our own</source>
        <translation>エンコーダの状態を 1 つの特徴にする方法: 最後の状態、または時間方向の平均か最大 (Long et al. 2019)。absmax (0 から最も遠い値) は本プログラム独自</translation>
    </message>
    <message>
        <source>Feeds z to the features before the vocabulary too (Dieng et al. 2019)</source>
        <translation>語彙の手前の特徴にも z を入力する (Dieng et al. 2019)</translation>
    </message>
    <message>
        <source>Trains the encoder to its limit before each decoder update (He et al. 2019, algorithm 1): off, auto until validation MI falls, or always on</source>
        <translation>各デコーダ更新の前にエンコーダを限界まで学習する (He et al. 2019、アルゴリズム 1): オフ、検証 MI が低下するまでの自動、または常にオン</translation>
    </message>
    <message>
        <source>Factor on the KL term of the objective; 1 is the ELBO, below 1 a beta-VAE (Higgins et al. 2017)</source>
        <translation>目的関数の KL 項の係数。1 で ELBO、1 未満で beta-VAE (Higgins et al. 2017)</translation>
    </message>
    <message>
        <source>SGD without momentum (He et al. 2019, text) or Adam; encoder and decoder have one each</source>
        <translation>モーメンタムなしの SGD (He et al. 2019、テキスト) または Adam。エンコーダとデコーダで別々に使用</translation>
    </message>
    <message>
        <source>Step size of the decoder, and of the encoder unless that has its own (He et al. 2019: 1 with SGD, 0.001 with Adam)</source>
        <translation>デコーダのステップ幅。個別の値がなければエンコーダにも使用 (He et al. 2019: SGD で 1、Adam で 0.001)</translation>
    </message>
    <message>
        <source>Step size of the encoder; 0: as the decoder&apos;s</source>
        <translation>エンコーダのステップ幅。0: デコーダと同じ</translation>
    </message>
    <message>
        <source>Leaves the encoder&apos;s weights as they are</source>
        <translation>エンコーダの重みを変えない</translation>
    </message>
    <message>
        <source>Leaves the decoder&apos;s weights as they are</source>
        <translation>デコーダの重みを変えない</translation>
    </message>
    <message>
        <source>Sentences in a batch, all of one length (He et al. 2019: 16 here, 32 for text)</source>
        <translation>1 バッチの文数。長さはすべて同じ (He et al. 2019: ここでは 16、テキストでは 32)</translation>
    </message>
    <message>
        <source>Decoder updates after which the run is finished</source>
        <translation>実行が完了するデコーダ更新の回数</translation>
    </message>
    <message>
        <source>Limit on the joint gradient norm of encoder and decoder (He et al. 2019: 5)</source>
        <translation>エンコーダとデコーダを合わせた勾配ノルムの上限 (He et al. 2019: 5)</translation>
    </message>
    <message>
        <source>Encoder updates over which the inner rule averages the loss before it compares (He et al. 2019: 15 for text)</source>
        <translation>内側更新の規則が、比較の前に損失を平均するエンコーダ更新の回数 (He et al. 2019: テキストで 15)</translation>
    </message>
    <message>
        <source>The inner loop ends before this many encoder updates (He et al. 2019: 100)</source>
        <translation>内側ループはエンコーダ更新がこの回数になる前に終わる (He et al. 2019: 100)</translation>
    </message>
    <message>
        <source>Epochs without a better validation ELBO before the learning rate is cut (He et al. 2019: 2); 0: never cut</source>
        <translation>検証 ELBO が改善しないまま学習率を引き下げるまでのエポック数 (He et al. 2019: 2)。0: 引き下げない</translation>
    </message>
    <message>
        <source>Epoch before which the learning rate is not cut (He et al. 2019: 15 for text, 0 here)</source>
        <translation>このエポックより前は学習率を引き下げない (He et al. 2019: テキストで 15、ここでは 0)</translation>
    </message>
    <message>
        <source>What a cut multiplies the learning rate with (He et al. 2019: 0.5)</source>
        <translation>引き下げのときに学習率に掛ける値 (He et al. 2019: 0.5)</translation>
    </message>
    <message>
        <source>Training ends at this many cuts of the learning rate (He et al. 2019: 5)</source>
        <translation>学習率の引き下げがこの回数になると学習を終える (He et al. 2019: 5)</translation>
    </message>
    <message>
        <source>Updates between scheduled evaluations, the only ones that decide anything; 0: at the end of each epoch</source>
        <translation>定期評価の間の更新回数。判断に使うのは定期評価だけ。0: 各エポックの終わり</translation>
    </message>
    <message>
        <source>How many validation sentences a scheduled evaluation uses; 0: all</source>
        <translation>定期評価に使う検証文の数。0: すべて</translation>
    </message>
    <message>
        <source>Which sentences the posterior mean space shows, the first ones of training (He et al. 2019, figure 2) or of validation</source>
        <translation>事後平均空間に表示する文: 学習データ (He et al. 2019、図 2) または検証データの先頭の文</translation>
    </message>
    <message>
        <source>How many sentences the posterior mean space shows (He et al. 2019: 500)</source>
        <translation>事後平均空間に表示する文の数 (He et al. 2019: 500)</translation>
    </message>
    <message>
        <source>A latent dimension is active when its posterior mean&apos;s variance is at least this (Burda et al. 2016: 0.01)</source>
        <translation>事後平均の分散がこの値以上の潜在次元をアクティブとする (Burda et al. 2016: 0.01)</translation>
    </message>
    <message>
        <source>A spread of posterior means below this counts as none</source>
        <translation>事後平均の広がりがこの値未満なら、広がりなしとみなす</translation>
    </message>
    <message>
        <source>In step needs a correlation of true and approximate means above this</source>
        <translation>同調の条件: 真の平均と近似平均の相関がこの値より大きい</translation>
    </message>
    <message>
        <source>In step needs a mean gap below this share of the true means&apos; spread</source>
        <translation>同調の条件: 平均ギャップが、真の平均の広がりに対してこの割合より小さい</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>文</translation>
    </message>
    <message>
        <source>words</source>
        <translation>語</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>units</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>cuts</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Name a text file, or synthetic.</source>
        <translation>テキストファイル、または synthetic を指定してください。</translation>
    </message>
    <message>
        <source>The synthetic data bring their own validation split: leave validation empty, or name a training text.</source>
        <translation>合成データには検証データが含まれます: 検証テキストを空にするか、学習テキストを指定してください。</translation>
    </message>
    <message>
        <source>The synthetic data bring their own test split: leave test empty, or name a training text.</source>
        <translation>合成データにはテストデータが含まれます: テストテキストを空にするか、学習テキストを指定してください。</translation>
    </message>
    <message>
        <source>With encoder and decoder frozen nothing is trained: free one of them.</source>
        <translation>エンコーダとデコーダを両方固定すると何も学習されません: どちらかの固定を解除してください。</translation>
    </message>
    <message>
        <source>Each shard needs a sentence: shards must not be above batch.</source>
        <translation>各シャードには文が必要です: シャードはバッチ以下にしてください。</translation>
    </message>
    <message>
        <source>Inner clip</source>
        <translation>内側更新のクリップ</translation>
    </message>
    <message>
        <source>What an encoder-only update clips on: the joint norm (He et al. 2019, released code), or the encoder&apos;s own norm, which needs no decoder gradients and is faster but is not the published rule</source>
        <translation>エンコーダだけの更新がどのノルムでクリップするか。合計ノルム (He et al. 2019、公開コード)、またはエンコーダだけのノルム。後者はデコーダの勾配が要らず速いが、論文の規則ではない</translation>
    </message>
    <message>
        <source>Parts a batch is split into. 1: one core trains, the other measures. 2: both cores train one run, which suits it with no other work beside it, and share the measuring; the result differs in its last bits</source>
        <translation>バッチを分ける数。1: 1 つのコアが学習し、もう 1 つが測定する。2: 両方のコアで 1 つの実行を学習し、測定も分担する。ほかに作業がないときに向く。結果は末尾の数ビットで変わる</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>検証の割合</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>テストの割合</translation>
    </message>
    <message>
        <source>Held-out sentences</source>
        <translation>ホールドアウトする文</translation>
    </message>
    <message>
        <source>Shortest sentence</source>
        <translation>最短の文</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>最長の文</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>語彙サイズ</translation>
    </message>
    <message>
        <source>Embedding dropout</source>
        <translation>埋め込みドロップアウト</translation>
    </message>
    <message>
        <source>KL hold</source>
        <translation>KL 保持</translation>
    </message>
    <message>
        <source>KL cycles</source>
        <translation>KL サイクル数</translation>
    </message>
    <message>
        <source>KL period</source>
        <translation>KL サイクルの長さ</translation>
    </message>
    <message>
        <source>KL ramp share</source>
        <translation>KL 上昇の割合</translation>
    </message>
    <message>
        <source>KL ramp shape</source>
        <translation>KL 上昇の形</translation>
    </message>
    <message>
        <source>Free bits</source>
        <translation>フリービット</translation>
    </message>
    <message>
        <source>Pretraining</source>
        <translation>事前学習</translation>
    </message>
    <message>
        <source>Inner updates</source>
        <translation>内側更新</translation>
    </message>
    <message>
        <source>Text file that scheduled evaluations use; empty: the generator&apos;s own split, or a share of the training text</source>
        <translation>定期評価に使うテキストファイル。空: 生成器の検証データ、または学習テキストの一部</translation>
    </message>
    <message>
        <source>Text file for final figures; empty: as validation, or a share of the training text</source>
        <translation>最終的な数値に使うテキストファイル。空: 検証と同じ、または学習テキストの一部</translation>
    </message>
    <message>
        <source>Whether each line of text is LABEL, tab, sentence; auto: it is when every line of the training text has one tab, after a single word, and there are at most 1,000 different ones</source>
        <translation>テキストの各行が「ラベル、タブ、文」の形かどうか。自動: 学習テキストのすべての行で 1 語の後にタブが 1 つあり、その語が 1,000 種類以下なら、この形とみなす</translation>
    </message>
    <message>
        <source>How much of the training text is kept for validation when no validation text is named; rounded down to whole sentences, at least one</source>
        <translation>検証テキストを指定しないとき、学習テキストから検証用に取っておく割合。文単位に切り捨て、少なくとも 1 文</translation>
    </message>
    <message>
        <source>How much of the training text is kept for the test when no test text is named; 0: the test has the sentences of validation</source>
        <translation>テストテキストを指定しないとき、学習テキストからテスト用に取っておく割合。0: 検証と同じ文でテスト</translation>
    </message>
    <message>
        <source>Which sentences of the training text are kept for validation and test: the last ones, or spread evenly, for a text that is sorted</source>
        <translation>学習テキストのどの文を検証とテスト用に取っておくか: 末尾の文、または等間隔に選んだ文 (並べ替え済みのテキスト向け)</translation>
    </message>
    <message>
        <source>Sentences of a text file with fewer words are left out (Kim et al. 2018: 1)</source>
        <translation>テキストファイルの文のうち、単語数がこれより少ないものを除外 (Kim et al. 2018: 1)</translation>
    </message>
    <message>
        <source>Sentences of a text file with more words are left out (Kim et al. 2018: 200); 0: none are, and a line of more than 2,000 words is an error</source>
        <translation>テキストファイルの文のうち、単語数がこれより多いものを除外 (Kim et al. 2018: 200)。0: 除外せず、2,000 語を超える行はエラー</translation>
    </message>
    <message>
        <source>How many words of a text file the model knows, the most frequent ones of the training text, of equals those that come first (Kim et al. 2018: 70,000); 0: all</source>
        <translation>モデルが扱うテキストファイルの単語の数。学習テキストで頻度の高い順に選び、同じ頻度なら先に現れるものを優先 (Kim et al. 2018: 70,000)。0: すべて</translation>
    </message>
    <message>
        <source>Words that the training text has fewer times than this are read as unknown</source>
        <translation>学習テキストでの出現回数がこれより少ない単語は未知語として読み込む</translation>
    </message>
    <message>
        <source>Probability that a word the decoder reads becomes &lt;unk&gt; in training (Bowman et al. 2016); the words it predicts and the encoder&apos;s stay</source>
        <translation>学習時に、デコーダが読む単語を &lt;unk&gt; に置き換える確率 (Bowman et al. 2016)。デコーダが予測する単語とエンコーダの単語は変えない</translation>
    </message>
    <message>
        <source>How the KL weight comes to its value: constant, rising linearly (Bowman et al. 2016), rising again in every cycle (cyclical, Fu et al. 2019), or held at the start before it rises (hold, He et al. 2019)</source>
        <translation>KL 重みを設定値にする方法: 一定、線形に上昇 (Bowman et al. 2016)、サイクルごとに上昇し直す (cyclical、Fu et al. 2019)、または開始値で保持してから上昇 (hold、He et al. 2019)</translation>
    </message>
    <message>
        <source>Where a rising schedule, or each of its cycles, begins (He et al. 2019: 0.1 for linear, 0 for hold; Fu et al. 2019: 0)</source>
        <translation>上昇するスケジュール、またはその各サイクルの開始値 (He et al. 2019: 線形で 0.1、hold で 0、Fu et al. 2019: 0)</translation>
    </message>
    <message>
        <source>How long the linear schedule, or the ramp of hold, rises (He et al. 2019: 10)</source>
        <translation>線形スケジュール、または hold の上昇部分が上昇を続ける長さ (He et al. 2019: 10)</translation>
    </message>
    <message>
        <source>How long the hold schedule keeps the KL weight at its start before the ramp</source>
        <translation>hold スケジュールが、上昇の前に KL 重みを開始値に保つ長さ</translation>
    </message>
    <message>
        <source>Cycles of the cyclical schedule over the run&apos;s updates, where no period is given (Fu et al. 2019: 4)</source>
        <translation>実行の全更新における cyclical スケジュールのサイクル数。サイクルの長さを指定しないときに使う (Fu et al. 2019: 4)</translation>
    </message>
    <message>
        <source>Length of a cycle of the cyclical schedule, repeated to the end of the run; 0: the run&apos;s updates divided by the KL cycles</source>
        <translation>cyclical スケジュールの 1 サイクルの長さ。実行の終わりまで繰り返す。0: 実行の更新を KL サイクル数で割った値</translation>
    </message>
    <message>
        <source>Share of a cycle in which the KL weight rises; it then stays (Fu et al. 2019: 0.5)</source>
        <translation>1 サイクルのうち KL 重みが上昇する割合。その後は一定 (Fu et al. 2019: 0.5)</translation>
    </message>
    <message>
        <source>How the KL weight rises in a cycle (Fu et al. 2019)</source>
        <translation>1 サイクル内での KL 重みの上がり方 (Fu et al. 2019)</translation>
    </message>
    <message>
        <source>KL up to this target costs nothing and has no gradient: in nats for each dimension with the kind dimension, else in nats for all dimensions together (Kingma et al. 2016; Li et al. 2019: 8 for 32 dimensions); 0: none. Reported KL and ELBO do without it</source>
        <translation>この目標値までの KL は損失に加わらず、勾配もない。単位は nat で、対象が dimension なら次元ごと、それ以外は全次元の合計 (Kingma et al. 2016、Li et al. 2019: 32 次元で 8)。0: なし。表示される KL と ELBO には適用されない</translation>
    </message>
    <message>
        <source>What the target is compared with: each dimension&apos;s KL averaged over the batch (dimension, Kingma et al. 2016); or, of Li et al. 2019, each example&apos;s KL (example), the batch&apos;s average (batch), or each example&apos;s KL in each dimension, with the target divided by the dimensions (example_dimension)</source>
        <translation>目標値と比べるもの: バッチで平均した各次元の KL (dimension、Kingma et al. 2016)、または Li et al. 2019 による各例の KL (example)、バッチの平均 (batch)、各例の各次元の KL (example_dimension、目標値は次元数で割る)</translation>
    </message>
    <message>
        <source>Epochs as an autoencoder, with KL weight 0 and no aggressive updates; then the decoder is drawn afresh and schedule, free bits and patience begin (Li et al. 2019); 0: none</source>
        <translation>オートエンコーダとして学習するエポック数。KL 重みは 0、アグレッシブな更新はなし。その後デコーダを再初期化し、スケジュール、フリービット、改善待ちを始める (Li et al. 2019)。0: なし</translation>
    </message>
    <message>
        <source>Encoder updates before each decoder update while aggressive updates are on: exactly this many (He et al. 2019, ablation: 10); 0: until the inner rule ends them</source>
        <translation>アグレッシブな更新がオンの間、各デコーダ更新の前に行うエンコーダ更新の回数。ちょうどこの回数 (He et al. 2019、アブレーション: 10)。0: 内側更新の規則が終えるまで</translation>
    </message>
    <message>
        <source>times</source>
        <translation>回</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>サイクル</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>Validation and test together must leave sentences to train on: lower one of the shares.</source>
        <translation>検証とテストを合わせても、学習に使う文が残らなければなりません: どちらかの割合を下げてください。</translation>
    </message>
    <message>
        <source>No sentence is left: sentence_longest must not be below sentence_shortest.</source>
        <translation>文が残りません: sentence_longest は sentence_shortest 以上にしてください。</translation>
    </message>
    <message>
        <source>The schedule rises: kl_start must not be above kl_weight.</source>
        <translation>スケジュールは上昇します: kl_start は kl_weight 以下にしてください。</translation>
    </message>
    <message>
        <source>Encoder layers</source>
        <translation>エンコーダの層数</translation>
    </message>
    <message>
        <source>Decoder layers</source>
        <translation>デコーダの層数</translation>
    </message>
    <message>
        <source>Encoder direction</source>
        <translation>エンコーダの方向</translation>
    </message>
    <message>
        <source>Decoder start</source>
        <translation>デコーダの初期状態</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>バイアス</translation>
    </message>
    <message>
        <source>Refinement steps</source>
        <translation>精緻化のステップ数</translation>
    </message>
    <message>
        <source>Refinement gradient</source>
        <translation>精緻化の勾配</translation>
    </message>
    <message>
        <source>Refinement start</source>
        <translation>精緻化の開始点</translation>
    </message>
    <message>
        <source>Refinement learning rate</source>
        <translation>精緻化の学習率</translation>
    </message>
    <message>
        <source>Refinement momentum</source>
        <translation>精緻化のモーメンタム</translation>
    </message>
    <message>
        <source>Refinement clip</source>
        <translation>精緻化のクリップ</translation>
    </message>
    <message>
        <source>Refinement difference</source>
        <translation>精緻化の差分</translation>
    </message>
    <message>
        <source>Refinement distance</source>
        <translation>精緻化の差分の距離</translation>
    </message>
    <message>
        <source>Posterior samples</source>
        <translation>事後分布のサンプル数</translation>
    </message>
    <message>
        <source>Size of z (He et al. 2019: 1 for the posterior mean space, 32 for text); true posterior means are exact for 1. 0: a language model without latent and encoder, the baseline with exact NLL</source>
        <translation>z の次元数 (He et al. 2019: 事後平均空間で 1、テキストで 32)。1 のとき真の事後平均は厳密。0: 潜在変数もエンコーダもない言語モデル、厳密な NLL を持つベースライン</translation>
    </message>
    <message>
        <source>LSTM layers of the encoder; none of the papers uses more than 1</source>
        <translation>エンコーダの LSTM の層数。どの論文も 1 層まで</translation>
    </message>
    <message>
        <source>LSTM layers of the decoder; with the skip path z goes into each of them (Dieng et al. 2019)</source>
        <translation>デコーダの LSTM の層数。スキップ接続では、すべての層に z を入力する (Dieng et al. 2019)</translation>
    </message>
    <message>
        <source>Forward, or both: an LSTM in each direction, and features twice as wide; last is then the forward direction&apos;s last state beside the backward one&apos;s at the first word</source>
        <translation>順方向、または両方向: 各方向に LSTM を 1 つずつ置き、特徴の幅は 2 倍。このとき last は、順方向の最後の状態と、逆方向の最初の単語での状態を並べたもの</translation>
    </message>
    <message>
        <source>How z starts the decoder&apos;s last layer: he, cell linear in z and state its tanh (He et al. 2019); kim, state linear in z and cell 0 (Kim et al. 2018)</source>
        <translation>z でデコーダの最終層を初期化する方法: he は、セルが z の線形変換で、状態はその tanh (He et al. 2019)。kim は、状態が z の線形変換で、セルは 0 (Kim et al. 2018)</translation>
    </message>
    <message>
        <source>Gives the linear layers (decoder start, encoder head, vocabulary) a bias, as Kim et al. 2018; He et al. 2019 has none</source>
        <translation>線形層 (デコーダの初期状態、エンコーダヘッド、語彙) にバイアスを付ける。Kim et al. 2018 と同じ。He et al. 2019 にはない</translation>
    </message>
    <message>
        <source>SVI steps that refine each posterior before the loss is taken (Kim et al. 2018, SA-VAE: 20; He et al. 2019 ran it with 10); 0: none</source>
        <translation>損失を求める前に各事後分布を精緻化する SVI ステップの数 (Kim et al. 2018、SA-VAE: 20、He et al. 2019 での実行は 10)。0: なし</translation>
    </message>
    <message>
        <source>How the refined loss reaches the encoder: through the refinement steps (SA-VAE, Kim et al. 2018), first order (our shortcut), none: the encoder has its own ELBO (VAE+SVI), or kl: it follows the refined posterior (VAE+SVI+KL)</source>
        <translation>精緻化後の損失をエンコーダに伝える方法: 精緻化の全ステップを通す (SA-VAE、Kim et al. 2018)、一次 (本プログラム独自の簡略法)、none: エンコーダは自身の ELBO で学習 (VAE+SVI)、または kl: 精緻化後の事後分布に追従 (VAE+SVI+KL)</translation>
    </message>
    <message>
        <source>Where refinement begins: at the encoder&apos;s posterior, or at the prior, which leaves the encoder untrained (SVI in Kim et al. 2018)</source>
        <translation>精緻化の開始点: エンコーダの事後分布、または事前分布。後者ではエンコーダは学習されない (Kim et al. 2018 の SVI)</translation>
    </message>
    <message>
        <source>Step size of the refinement, on the mean loss of a batch (Kim et al. 2018: 1)</source>
        <translation>精緻化のステップ幅。バッチの平均損失に対する値 (Kim et al. 2018: 1)</translation>
    </message>
    <message>
        <source>Share of each refinement step that is kept in the next (Kim et al. 2018: 0.5)</source>
        <translation>各精緻化ステップのうち、次のステップに引き継ぐ割合 (Kim et al. 2018: 0.5)</translation>
    </message>
    <message>
        <source>Limit on the gradient norms of each refinement step and of each step of the way back (Kim et al. 2018: 5)</source>
        <translation>各精緻化ステップと、その逆伝播の各ステップでの勾配ノルムの上限 (Kim et al. 2018: 5)</translation>
    </message>
    <message>
        <source>Second derivatives are differences of two gradients. norm: posteriors are moved by a distance fixed in all; fixed: by 1e-5 times the direction (Kim et al. 2018), which float resolves badly</source>
        <translation>2 階微分は 2 つの勾配の差分で求める。norm: 事後分布を全体で一定の距離だけ動かす。fixed: 方向の 1e-5 倍だけ動かす (Kim et al. 2018)。float では精度が足りない</translation>
    </message>
    <message>
        <source>How far posteriors are moved to take a difference</source>
        <translation>差分をとるために事後分布を動かす距離</translation>
    </message>
    <message>
        <source>With more than two latent dimensions true posterior means are estimated by importance sampling: effective samples for each probe, of up to six times as many draws; 0: approximate means only, which is faster; -1: 200 where the decoder has at most 300,000 weights, else 0</source>
        <translation>潜在次元が 2 より多いとき、真の事後平均は重点サンプリングで推定する: プローブごとの有効サンプル数。抽出はその 6 倍まで。0: 近似平均だけで、より速い。-1: デコーダの重みが 300,000 個以下なら 200、それ以外は 0</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Minimum word count</source>
        <translation>単語の最小出現回数</translation>
    </message>
    <message>
        <source>Free bits per</source>
        <translation>フリービットの対象</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>事後分布</translation>
    </message>
    <message>
        <source>Mean scale</source>
        <translation>平均のスケール</translation>
    </message>
    <message>
        <source>KL floor</source>
        <translation>KL の下限</translation>
    </message>
    <message>
        <source>Importance samples</source>
        <translation>重点サンプル数</translation>
    </message>
    <message>
        <source>The last scheduled evaluation of a run that comes to its end also estimates the NLL by importance sampling (IW-NLL), with this many samples for each evaluated sentence (He et al. 2019: 500); 0: it does not. Each costs a decoder pass; a language model&apos;s NLL is exact and takes one</source>
        <translation>実行が終わりに達したとき、最後の定期評価で、評価する文ごとにこの数のサンプルを使い、重点サンプリングによる NLL (IW-NLL) も推定する (He et al. 2019: 500)。0: 推定しない。サンプルごとにデコーダの計算が 1 回必要。言語モデルの NLL は厳密で、計算は 1 回</translation>
    </message>
    <message>
        <source>What keeps the posterior from the prior by construction: gaussian, nothing; batch_norm, means are batch-normalised over the batch with a fixed weight (BN-VAE, Zhu et al. 2020); delta, each dimension&apos;s KL has a floor (delta-VAE, Razavi et al. 2019, per dimension and without their AR(1) prior). Either way KL is forced and need not carry information: MI tells, KL does not</source>
        <translation>構成によって事後分布を事前分布から離しておく方法: gaussian は何もしない。batch_norm は平均をバッチで正規化し、固定の重みを付ける (BN-VAE、Zhu et al. 2020)。delta は各次元の KL に下限を設ける (delta-VAE、Razavi et al. 2019。次元ごとで、AR(1) の事前分布は使わない)。どちらの場合も KL は強制されたもので、情報を運ぶとは限らない: それを示すのは KL ではなく MI</translation>
    </message>
    <message>
        <source>With the posterior batch_norm: weight of the normalised means (Zhu et al. 2020: 0.5 to 0.7). Each dimension&apos;s KL is half its square or more as soon as the encoder&apos;s own means spread by more than 0.01; means that begin within 0.003 can stay there and slip through the epsilon of 1e-5: then let the KL weight rise from 0, or begin with larger weights. The bias is trained, evaluation uses running statistics, and a batch of one sentence is passed over in training</source>
        <translation>事後分布が batch_norm のとき: 正規化した平均の重み (Zhu et al. 2020: 0.5 から 0.7)。エンコーダ自身の平均の広がりが 0.01 を超えると、各次元の KL はこの値の 2 乗の半分以上になる。広がりが 0.003 以内で始まる平均は、そのままとどまり、イプシロン 1e-5 をすり抜けることがある: そのときは KL 重みを 0 から上昇させるか、重みの初期値を大きくする。バイアスは学習され、評価には移動統計を使い、1 文だけのバッチは学習で飛ばす</translation>
    </message>
    <message>
        <source>With the posterior delta: KL that each dimension of each posterior has at least (Razavi et al. 2019; Zhu et al. 2020: 0.15)</source>
        <translation>事後分布が delta のとき: 各事後分布の各次元が少なくとも持つ KL (Razavi et al. 2019、Zhu et al. 2020: 0.15)</translation>
    </message>
    <message>
        <source>With posterior=batch_norm a batch needs at least 2 sentences to normalise over.</source>
        <translation>posterior=batch_norm では、正規化のためにバッチに少なくとも 2 文が必要です。</translation>
    </message>
    <message>
        <source>A language model (latent 0) has no posterior: set posterior=gaussian.</source>
        <translation>言語モデル (latent 0) には事後分布がありません: posterior=gaussian にしてください。</translation>
    </message>
</context>
<context>
    <name>SummaryExport</name>
    <message>
        <source>Export the table of runs</source>
        <translation>実行の表を書き出す</translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message>
        <source>Rename run</source>
        <translation>実行の名前を変更</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>メモを編集</translation>
    </message>
    <message>
        <source>Group runs</source>
        <translation>実行をグループ化</translation>
    </message>
    <message>
        <source>Show run</source>
        <translation>実行を表示</translation>
    </message>
    <message>
        <source>Hide run</source>
        <translation>実行を非表示</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>実行を削除</translation>
    </message>
    <message>
        <source>Change parameters</source>
        <translation>パラメータを変更</translation>
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
        <translation>%L1 文すべて異なる</translation>
    </message>
    <message>
        <source>%L1 of %L2 differ</source>
        <translation>%L2 文中 %L1 種類</translation>
    </message>
    <message>
        <source>%1: words are drawn</source>
        <translation>%1: 単語を抽出</translation>
    </message>
    <message>
        <source>all alike: there is no z</source>
        <translation>すべて同じ: z がない</translation>
    </message>
    <message>
        <source>all alike from end to end: z says nothing</source>
        <translation>端から端まで同じ: z に情報なし</translation>
    </message>
    <message>
        <source>all alike: z says nothing</source>
        <translation>すべて同じ: z に情報なし</translation>
    </message>
    <message>
        <source>%1 of the words came back</source>
        <translation>単語の %1 を復元</translation>
    </message>
    <message>
        <source>%1 came back</source>
        <translation>%1 を復元</translation>
    </message>
    <message>
        <source>%1 of the words came back, %2 without z</source>
        <translation>単語の %1 を復元、z なしでは %2</translation>
    </message>
    <message>
        <source>%1 came back, %2 without z</source>
        <translation>%1 を復元、z なしでは %2</translation>
    </message>
    <message>
        <source>Words are drawn here, so sentences differ even where z says nothing. Greedy shows what z does.</source>
        <translation>ここでは単語を抽出するので、z に情報がなくても文は異なる。z の働きは貪欲法でわかる。</translation>
    </message>
    <message>
        <source>How many different sentences there are. Where z says nothing the decoder writes the same from every z.</source>
        <translation>異なる文の数。z に情報がなければ、デコーダはどの z からも同じ文を生成する。</translation>
    </message>
    <message>
        <source>Came back: share of the originals&apos; words that stand at the same place. Without z: of the one sentence that is written from z = 0.</source>
        <translation>復元: 原文の単語のうち、同じ位置にあるものの割合。z なし: z = 0 から生成した 1 文での割合。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>生成文: %1</translation>
    </message>
    <message>
        <source>From z = 0: %1</source>
        <translation>z = 0 から: %1</translation>
    </message>
    <message>
        <source>%1 of the way from the first example to the second</source>
        <translation>最初の例から 2 番目の例までの %1 の位置</translation>
    </message>
    <message>
        <source>Original: %1</source>
        <translation>原文: %1</translation>
    </message>
    <message>
        <source>log p(words|z) = %1</source>
        <translation>log p(単語|z) = %1</translation>
    </message>
    <message>
        <source>log p(original|z) = %1</source>
        <translation>log p(原文|z) = %1</translation>
    </message>
    <message>
        <source>The same as is written without z, from z = 0.</source>
        <translation>z なし、つまり z = 0 から生成した文と同じ。</translation>
    </message>
    <message>
        <source>Cut: it had not ended.</source>
        <translation>打ち切り: 文が終わっていない。</translation>
    </message>
</context>
<context>
    <name>collapsar::AnimationDialog</name>
    <message>
        <source>Export the replay</source>
        <translation>リプレイを書き出す</translation>
    </message>
    <message>
        <source>Preview of the last frame</source>
        <translation>最後のフレームのプレビュー</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Animated GIF</source>
        <translation>アニメーション GIF</translation>
    </message>
    <message>
        <source>PNG pictures, numbered, in a folder</source>
        <translation>フォルダ内の連番 PNG 画像</translation>
    </message>
    <message>
        <source>First update</source>
        <translation>最初の更新</translation>
    </message>
    <message>
        <source>Last update</source>
        <translation>最後の更新</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>1 秒あたりのフレーム数</translation>
    </message>
    <message>
        <source>so that it takes %1 s</source>
        <translation>%1 秒に収める</translation>
    </message>
    <message>
        <source>Updates per frame</source>
        <translation>1 フレームあたりの更新</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Updates</source>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <source>to</source>
        <translation>から</translation>
    </message>
    <message>
        <source>Frames per &amp;second</source>
        <translation>1 秒あたりのフレーム数(&amp;S)</translation>
    </message>
    <message>
        <source>Updates per fra&amp;me</source>
        <translation>1 フレームあたりの更新(&amp;M)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>&amp;Curves of KL and mutual information</source>
        <translation>KL と相互情報量の曲線(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Browse ...</source>
        <translation>参照(&amp;B) ...</translation>
    </message>
    <message>
        <source>Si&amp;ze in pixels</source>
        <translation>サイズ (ピクセル)(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外観(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>出力先(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n frames, %1 s</source>
        <translation>
            <numerusform>%n フレーム、%1 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the replay to</source>
        <translation>リプレイの書き出し先</translation>
    </message>
</context>
<context>
    <name>collapsar::CompareDialog</name>
    <message>
        <source>Compare strategies</source>
        <translation>戦略を比較</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>比較の対象</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>戦略</translation>
    </message>
    <message>
        <source>One run with differences</source>
        <translation>1 つの実行とその変更</translation>
    </message>
    <message>
        <source>Over seeds</source>
        <translation>シードを変えて</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>Tick two to six runs; here stands what tells them apart.</source>
        <translation>2 つから 6 つの実行にチェックを付けてください。違いがここに表示されます。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: strategy</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;All with the data of the first</source>
        <translation>すべて最初の実行のデータを使う(&amp;A)</translation>
    </message>
    <message>
        <source>Gives all of them the data, batch and seed of the first one that is ticked</source>
        <translation>チェックを付けた最初の実行のデータ、バッチ、シードを、すべてに使う</translation>
    </message>
    <message>
        <source>How many seeds</source>
        <translation>シードの数</translation>
    </message>
    <message>
        <source>How many &amp;seeds</source>
        <translation>シードの数(&amp;S)</translation>
    </message>
    <message>
        <source>Trains the same strategy several times with other first weights, batches and noise. The curves become a median with a band, the table a mean with its standard deviation.</source>
        <translation>同じ戦略を、重みの初期値、バッチ、ノイズを変えて数回学習します。曲線は中央値と帯に、表は平均と標準偏差になります。</translation>
    </message>
    <message>
        <source>Race by</source>
        <translation>競走の基準</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>実時間</translation>
    </message>
    <message>
        <source>Why it cannot be started</source>
        <translation>開始できない理由</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>繰り返す</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>競走</translation>
    </message>
    <message>
        <source>There is no run to start from: load a preset first.</source>
        <translation>元になる実行がありません: 先にプリセットを読み込んでください。</translation>
    </message>
    <message>
        <source>Same data, batch and seed in all.</source>
        <translation>データ、バッチ、シードはすべてで同じです。</translation>
    </message>
    <message>
        <source>All stand at the same update; the slowest sets the pace.</source>
        <translation>すべてが同じ更新にそろい、最も遅い実行にペースを合わせます。</translation>
    </message>
    <message>
        <source>All train for the same time; cheap updates get further.</source>
        <translation>すべてが同じ時間だけ学習し、更新が軽いほど先に進みます。</translation>
    </message>
    <message>
        <source>Seeds %1 to %2, all on the same data.</source>
        <translation>シード %1 から %2、データはすべて同じ。</translation>
    </message>
</context>
<context>
    <name>collapsar::CompareFlow</name>
    <message>
        <source>There is no run to fork. Start one first.</source>
        <translation>分岐元になる実行がありません。先に実行を開始してください。</translation>
    </message>
</context>
<context>
    <name>collapsar::CompareVariants</name>
    <message>
        <source>Variants</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>&amp;Add variant</source>
        <translation>バリアントを追加(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>削除(&amp;M)</translation>
    </message>
    <message>
        <source>Equal in all runs of a race: data, batch and seed</source>
        <translation>競走するすべての実行で同じ: データ、バッチ、シード</translation>
    </message>
    <message>
        <source>A setting of the variant needs a change.</source>
        <translation>バリアントの設定に変更が必要なものがあります。</translation>
    </message>
    <message>
        <source>Variant %1</source>
        <translation>バリアント %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>run, what differs</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>nothing changed yet</source>
        <translation>まだ変更なし</translation>
    </message>
</context>
<context>
    <name>collapsar::ControlBar</name>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Start over with the same seed, as a new run</source>
        <translation>同じシードで、新しい実行として最初からやり直す</translation>
    </message>
    <message>
        <source>Reseed</source>
        <translation>シード変更</translation>
    </message>
    <message>
        <source>Start over with another seed, as a new run</source>
        <translation>別のシードで、新しい実行として最初からやり直す</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>エンコーダ</translation>
    </message>
    <message>
        <source>One update of the encoder alone: points move up or down</source>
        <translation>エンコーダだけを 1 回更新: 点が上下に動く</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>デコーダ</translation>
    </message>
    <message>
        <source>One update of the decoder alone: points move sideways</source>
        <translation>デコーダだけを 1 回更新: 点が左右に動く</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>One whole update, its inner loop included</source>
        <translation>内側ループを含む更新 1 回分</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>%1を 1 ステップ</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>スロー</translation>
    </message>
    <message>
        <source>One encoder or decoder update at a time, with a pause and a probe after each</source>
        <translation>エンコーダまたはデコーダを 1 回ずつ更新し、そのつど停止してプローブを測定</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>観察</translation>
    </message>
    <message>
        <source>Training waits for a probe every 1, 2, 5, 10, 20 ... updates; runs keep in step</source>
        <translation>1、2、5、10、20 ... 更新ごとにプローブの測定を待って学習。実行どうしの歩調はそろう</translation>
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
        <translation>全速: 学習は待たない。プローブは余裕のあるときに測定</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>ペース</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>What the curves run over</source>
        <translation>曲線の横軸</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>Plots keep showing the newest data, until one is zoomed or moved</source>
        <translation>拡大や移動をするまで、プロットに最新のデータを表示し続ける</translation>
    </message>
    <message>
        <source>Hold all runs after the update under way</source>
        <translation>進行中の更新が終わったら、すべての実行を一時停止</translation>
    </message>
    <message>
        <source>Train all runs on the same batches</source>
        <translation>すべての実行を同じバッチで学習</translation>
    </message>
    <message>
        <source>Update %1 / %2</source>
        <translation>更新 %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>inner took %1</source>
        <translation>内側更新 %1 回</translation>
    </message>
    <message>
        <source>x: %1</source>
        <comment>x axis</comment>
        <translation>x: %1</translation>
    </message>
    <message>
        <source>x axis: %1</source>
        <translation>x 軸: %1</translation>
    </message>
</context>
<context>
    <name>collapsar::CorpusDialog</name>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>About the data</source>
        <translation>データについて</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Numbers of the data</source>
        <translation>データの数値</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>文</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>単語</translation>
    </message>
    <message>
        <source>Shortest sentence</source>
        <translation>最短の文</translation>
    </message>
    <message>
        <source>Median length</source>
        <translation>長さの中央値</translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation>長さの平均</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>最長の文</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>未知語</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <comment>count, share</comment>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>ファイルの行数</translation>
    </message>
    <message>
        <source>Empty lines</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Label without text</source>
        <translation>テキストのないラベル</translation>
    </message>
    <message>
        <source>Left out, too short</source>
        <translation>除外、短すぎる</translation>
    </message>
    <message>
        <source>Left out, too long</source>
        <translation>除外、長すぎる</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>ラベル %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>split, what, value</comment>
        <translation>%1、%2: %3</translation>
    </message>
    <message>
        <source>Vocabulary %1: %2 of the %3 different words in training, and %4 special ones</source>
        <translation>語彙 %1: 学習データの異なり語 %3 語のうち %2 語と、特殊語 %4 語</translation>
    </message>
    <message>
        <source>How the data were made</source>
        <translation>データの作られ方</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>テキストとしてコピー</translation>
    </message>
</context>
<context>
    <name>collapsar::CurveGroups</name>
    <message numerus="yes">
        <source>median, least and greatest of %n runs</source>
        <translation>
            <numerusform>実行 %n 個の中央値、最小値、最大値</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>median and quartiles of %n runs</source>
        <translation>
            <numerusform>実行 %n 個の中央値と四分位数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean and standard deviation of %n runs</source>
        <translation>
            <numerusform>実行 %n 個の平均と標準偏差</numerusform>
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
        <translation>%1 は未測定</translation>
    </message>
    <message>
        <source>%1, %2, latest: %3</source>
        <translation>%1、%2、最新: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, %n runs</source>
        <translation>
            <numerusform>%1 から %2、実行 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>smoothed, raw</source>
        <translation>平滑化後、平滑化前</translation>
    </message>
    <message numerus="yes">
        <source>%n values not above 0</source>
        <translation>
            <numerusform>0 以下の値 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points beyond</source>
        <translation>
            <numerusform>範囲外の点 %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::CurvesPanel</name>
    <message>
        <source>of %1</source>
        <translation>全 %1 個</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Fit to data</source>
        <translation>データに合わせる</translation>
    </message>
    <message>
        <source>Follow new data</source>
        <translation>新しいデータに追従</translation>
    </message>
    <message>
        <source>Export this plot...</source>
        <translation>このプロットを書き出す...</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>縦軸</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>帯</translation>
    </message>
    <message>
        <source>Symlog, linear within ±%1</source>
        <translation>対称対数、±%1 以内は線形</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>Log (values above 0 only)</source>
        <translation>対数 (0 より大きい値のみ)</translation>
    </message>
    <message>
        <source>Let outliers leave the range</source>
        <translation>外れ値を範囲から除く</translation>
    </message>
    <message>
        <source>The range holds the middle 98 % of the values; how many lie beyond is written above.</source>
        <translation>範囲は値の中央 98 % を含みます。範囲外の個数は上に表示されます。</translation>
    </message>
    <message>
        <source>Median, least and greatest</source>
        <translation>中央値、最小値、最大値</translation>
    </message>
    <message>
        <source>Median and quartiles</source>
        <translation>中央値と四分位数</translation>
    </message>
    <message>
        <source>Mean and standard deviation</source>
        <translation>平均と標準偏差</translation>
    </message>
    <message>
        <source>Single runs behind the bands</source>
        <translation>帯の後ろに個々の実行を表示</translation>
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
        <translation>エンコーダを 1 ステップ</translation>
    </message>
    <message>
        <source>One decoder step</source>
        <translation>デコーダを 1 ステップ</translation>
    </message>
    <message>
        <source>Decoder re-initialised</source>
        <translation>デコーダを再初期化</translation>
    </message>
    <message>
        <source>done</source>
        <translation>実施</translation>
    </message>
    <message>
        <source>%1, inner %2</source>
        <translation>%1、内側 %2</translation>
    </message>
    <message>
        <source>Settings at the start</source>
        <translation>開始時の設定</translation>
    </message>
    <message>
        <source>Switches made while training</source>
        <translation>学習中のスイッチ操作</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <comment>update, what was switched</comment>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>run, setting, value</comment>
        <translation>%1、%2: %3</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Select two or more runs in the table to see what tells them apart.</source>
        <translation>表で 2 つ以上の実行を選択すると、違いが表示されます。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>相違点</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>テキストとしてコピー</translation>
    </message>
    <message>
        <source>Differences between runs</source>
        <translation>実行どうしの相違点</translation>
    </message>
    <message>
        <source>Nothing differs: settings, seed and switches are the same, so the weights are the same at every update.</source>
        <translation>違いはありません: 設定、シード、スイッチが同じなので、重みもすべての更新で同じです。</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>how many runs</comment>
        <translation>%1の比較</translation>
    </message>
</context>
<context>
    <name>collapsar::EventList</name>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>all runs</source>
        <translation>すべての実行</translation>
    </message>
    <message>
        <source>Switches, checkpoints and cuts of the learning rate appear here. Click one to go there.</source>
        <translation>スイッチの操作、チェックポイント、学習率の引き下げがここに表示されます。クリックするとその時点に移動します。</translation>
    </message>
    <message>
        <source>Events of all runs</source>
        <translation>すべての実行のイベント</translation>
    </message>
</context>
<context>
    <name>collapsar::EventListModel</name>
    <message>
        <source>%1: %2</source>
        <comment>run: what happened</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Update %1, %2</source>
        <translation>更新 %1、%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>checkpoint: file</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>collapsar::ExportDialog</name>
    <message>
        <source>Single column (85 mm)</source>
        <translation>1 段組 (85 mm)</translation>
    </message>
    <message>
        <source>Double column (170 mm)</source>
        <translation>2 段組 (170 mm)</translation>
    </message>
    <message>
        <source>Slide 16:9 (254 mm)</source>
        <translation>スライド 16:9 (254 mm)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>This &amp;plot</source>
        <translation>このプロット(&amp;P)</translation>
    </message>
    <message>
        <source>The whole &amp;stage</source>
        <translation>ステージ全体(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Each plot, as files in a folder</source>
        <translation>各プロットをフォルダ内のファイルに(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Curves as numbers (CSV)</source>
        <translation>曲線の数値 (CSV)(&amp;C)</translation>
    </message>
    <message>
        <source>Posterior &amp;means as numbers (CSV)</source>
        <translation>事後平均の数値 (CSV)(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;heckpoint</source>
        <translation>チェックポイント(&amp;H)</translation>
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
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>サイズ(&amp;Z)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>File or folder to write</source>
        <translation>出力先のファイルまたはフォルダ</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>出力先(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Browse ...</source>
        <translation>参照(&amp;B) ...</translation>
    </message>
    <message>
        <source>This &amp;plot: %1</source>
        <translation>このプロット(&amp;P): %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 ピクセル</translation>
    </message>
    <message>
        <source>sharp at any size</source>
        <translation>どのサイズでも鮮明</translation>
    </message>
    <message>
        <source>Everything the run needs to go on from here.</source>
        <translation>実行をここから続けるために必要なものすべて。</translation>
    </message>
    <message>
        <source>One row per measurement, with the run, its seed and its switches.</source>
        <translation>1 行に 1 回の測定。実行、シード、スイッチを含みます。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>Give whole numbers, such as 0, 200, 2000.</source>
        <translation>0, 200, 2000 のように整数を入力してください。</translation>
    </message>
    <message>
        <source>He et al. figure &amp;2: mean spaces over training</source>
        <translation>He et al. 図 &amp;2: 学習中の平均空間</translation>
    </message>
    <message>
        <source>He et al. figure &amp;3: the way of one example</source>
        <translation>He et al. 図 &amp;3: 1 つの例の軌跡</translation>
    </message>
    <message>
        <source>He et al. figure &amp;4: KL, MI, aggregate KL</source>
        <translation>He et al. 図 &amp;4: KL、MI、集約 KL</translation>
    </message>
    <message>
        <source>as the paper, or 0, 200, 2000</source>
        <translation>論文と同じ、または 0, 200, 2000</translation>
    </message>
    <message>
        <source>Caption with notes and &amp;origin</source>
        <translation>注記と出典を含む図の説明(&amp;O)</translation>
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
        <translation>事後平均空間</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 を書き込んでいます</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Export the replay</source>
        <translation>リプレイを書き出す</translation>
    </message>
</context>
<context>
    <name>collapsar::ForkDialog</name>
    <message>
        <source>Fork %1</source>
        <translation>%1 から分岐</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>What-if: %1</translation>
    </message>
    <message>
        <source>Switches of the fork</source>
        <translation>分岐のスイッチ</translation>
    </message>
    <message>
        <source>Shares everything up to one update and goes its own way from there.</source>
        <translation>ある更新まではすべて共通で、そこから独自に進みます。</translation>
    </message>
    <message>
        <source>Tries one switch in the background and shows the outcome as a ghost on every plot. Keep it or throw it away afterwards.</source>
        <translation>スイッチ 1 つの変更をバックグラウンドで試し、結果をすべてのプロットにゴーストとして表示します。後で残すことも捨てることもできます。</translation>
    </message>
    <message>
        <source>&amp;From update</source>
        <translation>分岐する更新(&amp;F)</translation>
    </message>
    <message>
        <source>of 0 to %1</source>
        <translation>0 から %1 まで</translation>
    </message>
    <message>
        <source>&amp;Run for</source>
        <translation>続ける長さ(&amp;R)</translation>
    </message>
    <message>
        <source>updates in the background</source>
        <translation>更新 (バックグラウンド)</translation>
    </message>
    <message>
        <source>What will differ</source>
        <translation>異なる点</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>分岐</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>Why it cannot be done</source>
        <translation>実行できない理由</translation>
    </message>
    <message>
        <source>Change the one switch to try.</source>
        <translation>試すスイッチを 1 つ変更してください。</translation>
    </message>
    <message>
        <source>Change one switch only, so that the difference has one cause. For more, fork the run.</source>
        <translation>違いの原因が 1 つになるように、変更するスイッチは 1 つだけにしてください。複数を変更するには、実行を分岐させてください。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>名前を付けてください。</translation>
    </message>
    <message>
        <source>Update %1 is kept whole, so it starts at once.</source>
        <translation>更新 %1 の状態がそのまま残っているので、すぐに始まります。</translation>
    </message>
    <message>
        <source>From the state kept at %1, then %2 updates repeated exactly.</source>
        <translation>%1 で保存した状態から、%2 更新を正確に再現します。</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>1 秒未満</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>約 %1 秒</translation>
    </message>
    <message>
        <source>From the state kept at %1, then %2 updates repeated exactly (%3).</source>
        <translation>%1 で保存した状態から、%2 更新を正確に再現します (%3)。</translation>
    </message>
    <message>
        <source>A KL weight set by hand makes the KL schedule constant.</source>
        <translation>KL 重みを手で設定すると、KL スケジュールは一定になります。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>まだありません。</translation>
    </message>
    <message>
        <source>Nothing yet: the fork repeats %1 exactly until you switch something in it.</source>
        <translation>まだありません: 分岐は、スイッチを変更するまで %1 を正確に再現します。</translation>
    </message>
    <message>
        <source>%1 switches</source>
        <translation>スイッチ %1 個</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two switches</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>run, update</comment>
        <translation>%1 (更新 %2 から)</translation>
    </message>
    <message>
        <source>%1, %2 from %3</source>
        <comment>run, what is switched, update</comment>
        <translation>%1、%2 (更新 %3 から)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, how many of it</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>collapsar::ForkSwitches</name>
    <message>
        <source>pooling</source>
        <translation>プーリング</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>aggressive</source>
        <translation>アグレッシブ</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 重み</translation>
    </message>
    <message>
        <source>KL schedule</source>
        <translation>KL スケジュール</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>encoder learning rate</source>
        <translation>エンコーダ学習率</translation>
    </message>
    <message>
        <source>frozen encoder</source>
        <translation>エンコーダ固定</translation>
    </message>
    <message>
        <source>frozen decoder</source>
        <translation>デコーダ固定</translation>
    </message>
    <message>
        <source>the same</source>
        <comment>encoder learning rate</comment>
        <translation>同じ</translation>
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
        <translation>同じ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>以前は %1</translation>
    </message>
    <message>
        <source>Back to what the run has here</source>
        <translation>この時点の実行の値に戻す</translation>
    </message>
    <message>
        <source>Set %1 back to %2</source>
        <translation>%1を %2 に戻す</translation>
    </message>
    <message>
        <source>free bits</source>
        <translation>フリービット</translation>
    </message>
</context>
<context>
    <name>collapsar::HeFigureSource</name>
    <message>
        <source>mean of true posterior</source>
        <translation>真の事後分布の平均</translation>
    </message>
    <message>
        <source>mean of approximate posterior</source>
        <translation>近似事後分布の平均</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>no picture near this update</source>
        <translation>この更新の近くに図がありません</translation>
    </message>
    <message>
        <source>no true posterior means here</source>
        <translation>ここには真の事後平均がありません</translation>
    </message>
    <message>
        <source>KL(q(z|x) || p(z))</source>
        <translation>KL(q(z|x) || p(z))</translation>
    </message>
    <message>
        <source>Mutual information</source>
        <translation>相互情報量</translation>
    </message>
    <message>
        <source>Aggregate KL, as KL - MI</source>
        <translation>集約 KL、KL - MI として計算</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>Posterior mean space over training</source>
        <translation>学習中の事後平均空間</translation>
    </message>
    <message>
        <source>The way of one example through the posterior mean space</source>
        <translation>事後平均空間での 1 つの例の軌跡</translation>
    </message>
    <message>
        <source>KL, mutual information and aggregate KL over training</source>
        <translation>学習中の KL、相互情報量、集約 KL</translation>
    </message>
    <message>
        <source>After He et al. 2019, figure 2. Each point is an example; all plots share their axes, and each shows the picture nearest to its column&apos;s update.</source>
        <translation>He et al. 2019、図 2 にならう。各点は 1 つの例。軸はすべてのプロットで共通で、それぞれ列の更新に最も近い図を示す。</translation>
    </message>
    <message>
        <source>After He et al. 2019, figure 4 (5 in the final text). Validation values: KL in closed form; MI with one sample of z per example, at most ln N. Aggregate KL is not estimated by itself: it is KL - MI of the same evaluation, as KL = MI + KL(q(z) || p(z)), with the noise of that MI.</source>
        <translation>He et al. 2019、図 4 (最終版では図 5) にならう。検証データでの値: KL は閉じた形、MI は 1 例あたり z の標本 1 個で最大 ln N。集約 KL は単独では推定せず、KL = MI + KL(q(z) || p(z)) より同じ評価の KL - MI とし、その MI のノイズを含む。</translation>
    </message>
    <message>
        <source>After He et al. 2019, figure 3. Example %1, updates %2 to %3, from the open to the filled dot. Between two pictures the encoder&apos;s part is drawn first, up or down, then the decoder&apos;s, sideways; both are exact, their order is the rule of aggressive updates.</source>
        <translation>He et al. 2019、図 3 にならう。例 %1、更新 %2 から %3、白抜きの点から塗りつぶした点まで。2 つの図の間では、まずエンコーダによる移動を上下に、次にデコーダによる移動を左右に描く。どちらも厳密な値で、順序はアグレッシブな更新の規則による。</translation>
    </message>
    <message>
        <source>%1: one picture in %2 of %3; a shorter range shows every one.</source>
        <translation>%1: 全 %3 枚の図から %2 枚ごとに 1 枚。範囲を短くするとすべて表示される。</translation>
    </message>
</context>
<context>
    <name>collapsar::InterruptedDialog</name>
    <message>
        <source>Interrupted runs</source>
        <translation>中断された実行</translation>
    </message>
    <message>
        <source>No run was interrupted.</source>
        <translation>中断された実行はありません。</translation>
    </message>
    <message>
        <source>These runs stopped before their end. Nothing of them is lost.</source>
        <translation>次の実行は終了前に停止しました。失われたものはありません。</translation>
    </message>
    <message>
        <source>%1 · update %L2 of %L3 · %4</source>
        <translation>%1 · 更新 %L2/%L3 · %4</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>見るだけ</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
</context>
<context>
    <name>collapsar::LatentPlane</name>
    <message>
        <source>Latent plane</source>
        <translation>潜在平面</translation>
    </message>
    <message numerus="yes">
        <source>The latent plane is for runs with two latent dimensions; this one has %n.</source>
        <translation>
            <numerusform>潜在平面は潜在 2 次元の実行用です。この実行は %n 次元です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Start: the means of both posteriors appear here</source>
        <translation>「開始」を押すと、両方の事後分布の平均がここに表示されます</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測定</translation>
    </message>
    <message numerus="yes">
        <source>%1, update %2: %n examples; spread of true means %3, of approximate means %4, mean gap %5</source>
        <translation>
            <numerusform>%1、更新 %2: %n 例。真の平均の広がり %3、近似平均の広がり %4、平均ギャップ %5</numerusform>
        </translation>
    </message>
    <message>
        <source>prior 1 sd</source>
        <translation>事前分布 1 SD</translation>
    </message>
    <message>
        <source>2 sd</source>
        <translation>2 SD</translation>
    </message>
    <message>
        <source>first latent</source>
        <translation>第 1 潜在次元</translation>
    </message>
    <message>
        <source>second latent</source>
        <translation>第 2 潜在次元</translation>
    </message>
    <message>
        <source>approximate mean</source>
        <translation>近似平均</translation>
    </message>
    <message>
        <source>true mean</source>
        <translation>真の平均</translation>
    </message>
    <message>
        <source>lag, nats</source>
        <translation>遅れ、nat</translation>
    </message>
    <message>
        <source>log p(x), nats</source>
        <translation>log p(x)、nat</translation>
    </message>
</context>
<context>
    <name>collapsar::MainWindow</name>
    <message>
        <source>Export...</source>
        <translation>書き出し...</translation>
    </message>
    <message>
        <source>Mean time to draw one curve plot</source>
        <translation>曲線プロット 1 つの平均描画時間</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き込みました: %1</translation>
    </message>
    <message>
        <source>Interrupted runs: %L1</source>
        <translation>中断された実行: %L1</translation>
    </message>
    <message>
        <source>probe every update</source>
        <translation>更新ごとにプローブ</translation>
    </message>
    <message>
        <source>probe every %L1 updates</source>
        <translation>%L1 更新ごとにプローブ</translation>
    </message>
    <message>
        <source>(preview)</source>
        <translation>(プレビュー)</translation>
    </message>
    <message>
        <source>(exact)</source>
        <translation>(厳密)</translation>
    </message>
    <message>
        <source>window %1 ms</source>
        <translation>描画 %1 ms</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>アグレッシブ</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>The matrix products run on the system&apos;s reference BLAS, which can make training several times slower. Install libopenblas0-pthread and start Collapsar again.</source>
        <translation>行列積がシステムのリファレンス BLAS で計算されており、学習が数倍遅くなることがあります。libopenblas0-pthread をインストールして Collapsar を起動し直してください。</translation>
    </message>
    <message>
        <source>Numbers stay right. Nothing may put another libblas.so.3 before OpenBLAS: see LD_PRELOAD and update-alternatives --display libblas.so.3-x86_64-linux-gnu.</source>
        <translation>結果の正しさは変わりません。OpenBLAS より先に別の libblas.so.3 が読み込まれないようにしてください: LD_PRELOAD と update-alternatives --display libblas.so.3-x86_64-linux-gnu を確認。</translation>
    </message>
    <message>
        <source>What if...</source>
        <translation>What-if...</translation>
    </message>
    <message>
        <source>%1 goes on from update %L2</source>
        <translation>%1 は更新 %L2 から続きます</translation>
    </message>
    <message>
        <source>delete runs</source>
        <translation>実行を削除</translation>
    </message>
    <message>
        <source>show one run</source>
        <translation>実行を 1 つだけ表示</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>元に戻す(&amp;U): %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>やり直す(&amp;R): %1</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; compares strategies on a text of yours, many runs one after the other: use collapsar-cli sweep %1 --set data=FILE, then open its runs here.</source>
        <translation>プリセット「%1」は、手持ちのテキストで戦略を比較するもので、多数の実行を順に学習します: collapsar-cli sweep %1 --set data=FILE を使い、その後でその実行をここで開いてください。</translation>
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
        <translation>%1: 更新 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>collapsed below %1 nats</source>
        <translation>%1 nat 未満で崩壊</translation>
    </message>
    <message>
        <source>Collapsed dimensions</source>
        <translation>崩壊した次元</translation>
    </message>
    <message>
        <source>share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>ε, nats</source>
        <translation>ε、nat</translation>
    </message>
    <message>
        <source>share of latent dimensions</source>
        <translation>潜在次元の割合</translation>
    </message>
    <message>
        <source>For runs with a latent.</source>
        <translation>潜在変数のある実行用です。</translation>
    </message>
    <message>
        <source>(ε, δ = %1)-collapse</source>
        <translation>(ε, δ = %1)-崩壊</translation>
    </message>
    <message>
        <source>Lucas et al. 2019: a latent dimension is collapsed when the KL of its posterior is below ε for all but a share δ = %1 of the sentences. The KL is in closed form, so the curve is exact on these %2 sentences; from 0 (none) to 1 (all).</source>
        <translation>Lucas et al. 2019: 割合 δ = %1 を除くすべての文で事後分布の KL が ε 未満のとき、その潜在次元は崩壊している。KL は閉じた形なので、曲線はこの %2 文について厳密。0 (なし) から 1 (すべて) まで。</translation>
    </message>
    <message>
        <source>%1: %2 collapsed at 0.01 nats</source>
        <translation>%1: 0.01 nat で崩壊 %2</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>次元 %1</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>mutual information</source>
        <translation>相互情報量</translation>
    </message>
    <message>
        <source>aggregate KL, between them</source>
        <translation>集約 KL (両者の差)</translation>
    </message>
    <message>
        <source>MI ceiling: ln %1</source>
        <translation>MI の上限: ln %1</translation>
    </message>
    <message>
        <source>MI ceiling: ln %1 = %2 ↑</source>
        <translation>MI の上限: ln %1 = %2 ↑</translation>
    </message>
    <message>
        <source>KL %1, MI %2 summed over dimensions</source>
        <translation>次元の合計: KL %1、MI %2</translation>
    </message>
    <message>
        <source>Latent dimensions</source>
        <translation>潜在次元</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜在次元</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>dimensions, by KL</source>
        <translation>次元、KL の大きい順</translation>
    </message>
    <message>
        <source>%1 is a language model: it has no latent.</source>
        <translation>%1 は言語モデルです: 潜在変数がありません。</translation>
    </message>
    <message>
        <source>Pale: KL of each dimension, in closed form, exact on these %1 sentences. Solid: mutual information of the dimension with the sentence, mean of log q(z_d|x) - log q(z_d) at one sample of z per sentence, q(z_d) over all of them.
What lies between is aggregate KL: it is paid and carries nothing about the sentence. With one sample the MI can lie a little above the KL.
The MI of a dimension is never above ln %1 = %2, however much it carries.</source>
        <translation>淡色: 各次元の KL、閉じた形で、この %1 文について厳密。濃色: 次元と文の相互情報量、1 文あたり z の標本 1 個での log q(z_d|x) - log q(z_d) の平均、q(z_d) は全文にわたるもの。
両者の差は集約 KL: 代償は払うが、文の情報は何も運ばない。標本が 1 個なので、MI は KL を少し上回ることがある。
1 つの次元の MI は、どれだけ情報を運んでいても ln %1 = %2 を超えない。</translation>
    </message>
    <message>
        <source>start mark</source>
        <translation>開始記号</translation>
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
        <translation>プーリングの位置</translation>
    </message>
    <message>
        <source>share of features</source>
        <translation>特徴の割合</translation>
    </message>
    <message>
        <source>position, 0: start mark</source>
        <translation>位置、0: 開始記号</translation>
    </message>
    <message>
        <source>Which position of the sentence each unit of the encoder takes its feature from; a count, exact on these sentences. A unit that takes one position in 90 % of the sentences makes pooling a fixed choice of states; where lengths differ, units that always take the end mark are not counted as fixed.</source>
        <translation>エンコーダの各ユニットが文のどの位置から特徴を取るか。この文についての厳密な数。90 % の文で同じ位置を取るユニットでは、プーリングは状態の固定の選択になっている。文の長さが異なる場合、常に終了記号を取るユニットは固定に数えない。</translation>
    </message>
    <message>
        <source>For max and |max| pooling: choose it in a run&apos;s switches.</source>
        <translation>最大と |最大| のプーリング用です: 実行のスイッチで選んでください。</translation>
    </message>
    <message>
        <source>%1 of %2 units always take one position</source>
        <translation>%2 ユニット中 %1 が常に同じ位置を取る</translation>
    </message>
    <message>
        <source>word %1, which %2 of %3 sentences reach</source>
        <translation>%1 番目の単語、%3 文中 %2 文が到達</translation>
    </message>
    <message>
        <source>%1: %2 nats gained in a sentence, KL %3 paid</source>
        <translation>%1: 1 文あたりの利得 %2 nat、代償の KL %3</translation>
    </message>
    <message>
        <source>%1: %2 nats gained in a sentence</source>
        <translation>%1: 1 文あたりの利得 %2 nat</translation>
    </message>
    <message>
        <source>%1: first word %2 nats</source>
        <translation>%1: 最初の単語 %2 nat</translation>
    </message>
    <message>
        <source>Bosc and Vincent 2020: mean -log p of the word under %1 minus that under the run, with z from the encoder. It counts what z tells of the sentence without its price, the KL, so it can be gain where the ELBO has none; one sample of z, noisy, no ceiling but the language model&apos;s own term.</source>
        <translation>Bosc and Vincent 2020: %1 での単語の -log p の平均から、エンコーダの z を使ったこの実行での値を引いたもの。z が文について伝える情報を、その代償である KL を差し引かずに数えるので、ELBO に利得がなくても利得になりうる。z の標本 1 個で、ノイズを含み、言語モデル自身の項のほかに上限はない。</translation>
    </message>
    <message>
        <source>Grey: the share of the %1 sentences that reach the word. Words that fewer than %2 reach are left out.</source>
        <translation>灰色: %1 文のうち、その単語に到達する文の割合。到達する文が %2 文未満の単語は除く。</translation>
    </message>
    <message>
        <source>Gain by position</source>
        <translation>位置別の利得</translation>
    </message>
    <message>
        <source>NLL by position</source>
        <translation>位置別の NLL</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>位置別</translation>
    </message>
    <message>
        <source>nats a word</source>
        <translation>nat / 語</translation>
    </message>
    <message>
        <source>word of the sentence</source>
        <translation>文中の単語の位置</translation>
    </message>
    <message>
        <source>gain, nats a word</source>
        <translation>利得、nat / 語</translation>
    </message>
    <message>
        <source>-log p, nats a word</source>
        <translation>-log p、nat / 語</translation>
    </message>
    <message>
        <source>Show a language model (latent 0) to see what the latent gains over it.</source>
        <translation>潜在変数による利得を見るには、言語モデル (latent 0) を表示してください。</translation>
    </message>
    <message>
        <source>Nothing to compare with %1: show a run with a latent on the same data.</source>
        <translation>%1 と比較するものがありません: 同じデータで潜在変数のある実行を表示してください。</translation>
    </message>
    <message>
        <source>nats, over %1</source>
        <translation>nat、対 %1</translation>
    </message>
    <message>
        <source>Mean -log p of the word at each place of the sentence, at one sample of z from the encoder, the KL not counted; a language model&apos;s is exact.</source>
        <translation>文の各位置での単語の -log p の平均。エンコーダからの z の標本 1 個で、KL は含まない。言語モデルでは厳密値。</translation>
    </message>
    <message>
        <source>rate: KL</source>
        <translation>レート: KL</translation>
    </message>
    <message>
        <source>distortion: reconstruction</source>
        <translation>歪み: 再構成</translation>
    </message>
    <message>
        <source>ELBO</source>
        <translation>ELBO</translation>
    </message>
    <message>
        <source>%1: KL %2, reconstruction %3</source>
        <translation>%1: KL %2、再構成 %3</translation>
    </message>
    <message>
        <source>ELBO %1</source>
        <translation>ELBO %1</translation>
    </message>
    <message>
        <source>Rate and distortion</source>
        <translation>レートと歪み</translation>
    </message>
    <message>
        <source>Rate: KL(q(z|x) || N(0, I)) in closed form. Distortion: reconstruction, -log p(x|z), one sample of z per sentence, unbiased. Both are means over the sentences of a scheduled evaluation.
Dashed: places of equal ELBO = -(rate + distortion), which is at most log p(x). Along a line z is paid for exactly by what it explains; posterior collapse lies on the left edge.
Thin: where the run has been up to the time cursor.</source>
        <translation>レート: KL(q(z|x) || N(0, I))、閉じた形。歪み: 再構成、-log p(x|z)、1 文あたり z の標本 1 個、不偏。どちらも定期評価の文での平均。
破線: ELBO = -(レート + 歪み) が等しい位置。ELBO は log p(x) 以下。1 本の線の上では、z の代償は z が説明する分とちょうど等しい。事後崩壊は左端にある。
細線: 時間カーソルまでに実行がたどった位置。</translation>
    </message>
    <message>
        <source>Press Start: every scheduled evaluation adds a point.</source>
        <translation>「開始」を押すと、定期評価のたびに点が加わります。</translation>
    </message>
</context>
<context>
    <name>collapsar::MeasuresFlow</name>
    <message>
        <source>no checkpoint yet</source>
        <translation>チェックポイントはまだありません</translation>
    </message>
</context>
<context>
    <name>collapsar::MeasuresPanel</name>
    <message>
        <source>Measures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Run whose latent dimensions are shown</source>
        <translation>潜在次元を表示する実行</translation>
    </message>
    <message>
        <source>What is shown by position</source>
        <translation>位置別に表示する内容</translation>
    </message>
    <message>
        <source>Show a run on the stage to measure it.</source>
        <translation>測定するには、実行をステージに表示してください。</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>測定しています…</translation>
    </message>
    <message>
        <source>Press Start: this is measured on the newest checkpoint.</source>
        <translation>「開始」を押すと、最新のチェックポイントで測定します。</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>利得</translation>
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
        <translation>検証 %1 文</translation>
    </message>
    <message>
        <source>measuring %1: %2 %</source>
        <translation>%1 を測定中: %2 %</translation>
    </message>
    <message>
        <source>Rate and distortion come from scheduled evaluations. Everything else is measured on request, with the weights of each run&apos;s newest checkpoint at or before the time cursor.</source>
        <translation>レートと歪みは定期評価の値。ほかはすべて、時間カーソルまでの各実行の最新のチェックポイントの重みを使い、要求に応じて測定する。</translation>
    </message>
</context>
<context>
    <name>collapsar::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>collapsar::PosteriorPlot</name>
    <message>
        <source>Press Start to train both runs on the same batches</source>
        <translation>「開始」を押すと、両方の実行を同じバッチで学習します</translation>
    </message>
    <message>
        <source>Posterior mean space</source>
        <translation>事後平均空間</translation>
    </message>
    <message>
        <source>Posterior mean space of %1</source>
        <translation>%1 の事後平均空間</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測定</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n examples; spread of true means %2, of approximate means %3, correlation %4, mean gap %5</source>
        <translation>
            <numerusform>%1: %n 例。真の平均の広がり %2、近似平均の広がり %3、相関 %4、平均ギャップ %5</numerusform>
        </translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>軸</translation>
    </message>
    <message>
        <source>Axis of the latent space</source>
        <translation>潜在空間の軸</translation>
    </message>
    <message>
        <source>Chooses the axis of the latent space on which the means are drawn</source>
        <translation>平均を描く潜在空間の軸を選ぶ</translation>
    </message>
</context>
<context>
    <name>collapsar::PosteriorScene</name>
    <message>
        <source>inference collapse</source>
        <translation>推論崩壊</translation>
    </message>
    <message>
        <source>model collapse</source>
        <translation>モデル崩壊</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>同調</translation>
    </message>
    <message>
        <source>mean of true posterior</source>
        <translation>真の事後分布の平均</translation>
    </message>
    <message>
        <source>mean of approximate posterior</source>
        <translation>近似事後分布の平均</translation>
    </message>
    <message>
        <source>example %1</source>
        <translation>例 %1</translation>
    </message>
    <message>
        <source>true mean</source>
        <translation>真の平均</translation>
    </message>
    <message>
        <source>approximate mean</source>
        <translation>近似平均</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>ギャップ</translation>
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
        <translation>遅れ</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>, inner %1</source>
        <translation>、内側 %1</translation>
    </message>
    <message>
        <source>preview, error up to %1</source>
        <translation>プレビュー、誤差 %1 以下</translation>
    </message>
    <message>
        <source>no true posterior means
were measured</source>
        <translation>真の事後平均は
測定されていません</translation>
    </message>
    <message>
        <source>%1, too few</source>
        <translation>%1、少なすぎる</translation>
    </message>
    <message>
        <source>effective samples</source>
        <translation>有効標本数</translation>
    </message>
    <message>
        <source>principal direction %1, %2 % of variance</source>
        <translation>主方向 %1、分散の %2 %</translation>
    </message>
    <message>
        <source>dimension %1 of %2</source>
        <translation>次元 %1/%2</translation>
    </message>
    <message>
        <source>%1, largest KL</source>
        <translation>%1、KL 最大</translation>
    </message>
    <message>
        <source>true posterior means
were not measured</source>
        <translation>真の事後平均は
未測定です</translation>
    </message>
    <message numerus="yes">
        <source>hollow: %n unreliable true means</source>
        <translation>
            <numerusform>白抜き: 信頼できない真の平均 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>no true means</source>
        <translation>真の平均なし</translation>
    </message>
</context>
<context>
    <name>collapsar::PresetPicker</name>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation>見どころ</translation>
    </message>
    <message>
        <source>Load preset</source>
        <translation>プリセットを読み込む</translation>
    </message>
</context>
<context>
    <name>collapsar::ProjectionWords</name>
    <message>
        <source>Dimension %1</source>
        <translation>次元 %1</translation>
    </message>
    <message>
        <source>Dimension %1 (KL %2 nats)</source>
        <translation>次元 %1 (KL %2 nat)</translation>
    </message>
    <message>
        <source>The dimension with the largest KL</source>
        <translation>KL が最大の次元</translation>
    </message>
    <message>
        <source>Principal direction %1 of the true means</source>
        <translation>真の平均の主方向 %1</translation>
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
        <translation>相互情報量</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>mean of true posterior</source>
        <translation>真の事後分布の平均</translation>
    </message>
    <message>
        <source>mean of approximate posterior</source>
        <translation>近似事後分布の平均</translation>
    </message>
    <message>
        <source>nothing measured yet</source>
        <translation>まだ測定なし</translation>
    </message>
    <message>
        <source>ended at update %1</source>
        <translation>更新 %1 で終了</translation>
    </message>
</context>
<context>
    <name>collapsar::RunCard</name>
    <message>
        <source>Name of the run</source>
        <translation>実行の名前</translation>
    </message>
    <message>
        <source>Click to rename the run</source>
        <translation>クリックして実行の名前を変更</translation>
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
        <translation>アクティブ</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>遅れ</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>KL from the approximate posterior to the prior, nats per example, validation data</source>
        <translation>近似事後分布から事前分布への KL、1 例あたりの nat、検証データ</translation>
    </message>
    <message>
        <source>Active units: latent dimensions whose posterior mean varies over the data</source>
        <translation>アクティブユニット: 事後平均がデータ上で変動する潜在次元</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>実行 %1</translation>
    </message>
    <message>
        <source>Mutual information of data and latent over the evaluated examples, nats</source>
        <translation>評価した例全体での、データと潜在変数の相互情報量 (nat)</translation>
    </message>
    <message>
        <source>Mutual information of data and latent inside each batch as published, nats</source>
        <translation>論文と同じく各バッチ内での、データと潜在変数の相互情報量 (nat)</translation>
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
        <translation>この更新までに測定されたものはありません</translation>
    </message>
    <message>
        <source>How far inference lags: mean KL from the approximate to the true posterior over the probes, nats</source>
        <translation>推論の遅れ: 近似事後分布から真の事後分布への KL の、プローブでの平均、nats</translation>
    </message>
    <message>
        <source>A language model: without a latent there is no posterior to look at. Its ELBO is exactly log p(x), what a collapsed model falls back to.</source>
        <translation>言語モデル: 潜在変数がないので、見るべき事後分布もありません。ELBO は正確に log p(x) であり、崩壊したモデルが行き着くところです。</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>言語モデル</translation>
    </message>
</context>
<context>
    <name>collapsar::RunChip</name>
    <message>
        <source>Colour of %1</source>
        <translation>%1 の色</translation>
    </message>
</context>
<context>
    <name>collapsar::RunOpening</name>
    <message>
        <source>Open run</source>
        <translation>実行を開く</translation>
    </message>
    <message>
        <source>%1 stands at update %L2 of %L3.</source>
        <translation>%1 は更新 %L2/%L3 にあります。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>見るだけ</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsArrangement</name>
    <message>
        <source>No group</source>
        <translation>グループなし</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>from %1 at %2</source>
        <translation>%1 の更新 %2 から</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>run, where from</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Mean ± standard deviation over the runs of this group</source>
        <translation>このグループの実行での平均 ± 標準偏差</translation>
    </message>
    <message>
        <source>Return folds and unfolds the group</source>
        <translation>Return でグループを折りたたみ、展開</translation>
    </message>
    <message>
        <source>Group %1, %2</source>
        <comment>name, how many runs</comment>
        <translation>グループ %1、%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsDrawer</name>
    <message>
        <source>Runs and their differences</source>
        <translation>実行とその相違点</translation>
    </message>
    <message>
        <source>Select two or more runs in the table, or show them on the stage.</source>
        <translation>表で 2 つ以上の実行を選択するか、ステージに表示してください。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>相違点</translation>
    </message>
    <message>
        <source>Latent units</source>
        <translation>潜在ユニット</translation>
    </message>
    <message>
        <source>Latent plane</source>
        <translation>潜在平面</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>生成文</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsModel</name>
    <message>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1、表示中</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1、非表示</translation>
    </message>
    <message>
        <source>%1, from %2 at %3</source>
        <translation>%1、%2 の更新 %3 から</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>実行を絞り込む</translation>
    </message>
    <message>
        <source>Name, strategy, parent, seed, state, group and note; every word must occur</source>
        <translation>名前、戦略、親、シード、状態、グループ、メモ。すべての語を含むものが該当</translation>
    </message>
    <message>
        <source>Group runs</source>
        <translation>実行をグループ化</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>1 つずつ</translation>
    </message>
    <message>
        <source>Forks stand under their parents</source>
        <translation>分岐は親の実行の下に並ぶ</translation>
    </message>
    <message>
        <source>By strategy</source>
        <translation>戦略別</translation>
    </message>
    <message>
        <source>A line with mean ± standard deviation above the runs of one strategy</source>
        <translation>同じ戦略の実行の上に、平均 ± 標準偏差の行を表示</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>グループ別</translation>
    </message>
    <message>
        <source>By the word in the column Group</source>
        <translation>「グループ」列の語で分ける</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Table of runs</source>
        <translation>実行の表</translation>
    </message>
    <message>
        <source>No runs yet. Press Start, open a run, or choose Compare strategies: every run gets a line here.</source>
        <translation>まだ実行がありません。「開始」を押すか、実行を開くか、「戦略を比較」を選んでください。実行ごとに 1 行がここに表示されます。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message>
        <source>%1, %2 shown</source>
        <comment>how many runs, how many of them</comment>
        <translation>%1、表示中 %2</translation>
    </message>
    <message>
        <source>No run matches “%1”.</source>
        <translation>「%1」に該当する実行はありません。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Show or hide</source>
        <translation>表示または非表示</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>これだけを表示</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>メモを編集</translation>
    </message>
    <message>
        <source>Edit group</source>
        <translation>グループを編集</translation>
    </message>
    <message>
        <source>Fork ...</source>
        <translation>分岐 ...</translation>
    </message>
    <message>
        <source>What if ...</source>
        <translation>What-if ...</translation>
    </message>
    <message>
        <source>Keep this what-if</source>
        <translation>この What-if を残す</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>テキストとしてコピー</translation>
    </message>
    <message>
        <source>Fold or unfold the group</source>
        <translation>グループを折りたたむ / 展開</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>初期状態に戻す</translation>
    </message>
</context>
<context>
    <name>collapsar::SegmentedControl</name>
    <message>
        <source>%1: %2</source>
        <comment>control: choice</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>collapsar::Session</name>
    <message>
        <source>%1, what if</source>
        <translation>%1、What-if</translation>
    </message>
    <message>
        <source>%1 from %L2</source>
        <translation>%1 (更新 %L2 から)</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1、シード %2</translation>
    </message>
    <message>
        <source>Waits for a processor core to come free</source>
        <translation>CPU コアが空くのを待っています</translation>
    </message>
</context>
<context>
    <name>collapsar::SessionFlow</name>
    <message>
        <source>Sessions (*.collapsar)</source>
        <translation>セッション (*.collapsar)</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>セッションを開く</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>セッションを保存</translation>
    </message>
    <message>
        <source>Watch a folder of runs</source>
        <translation>実行のフォルダを監視</translation>
    </message>
    <message>
        <source>Add a run</source>
        <translation>実行を追加</translation>
    </message>
</context>
<context>
    <name>collapsar::SettingRow</name>
    <message>
        <source>Browse ...</source>
        <translation>参照 ...</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>%1を参照</translation>
    </message>
    <message>
        <source>Text (*.txt *.txt.gz);;All files (*)</source>
        <translation>テキスト (*.txt *.txt.gz);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>既定値: %1</translation>
    </message>
    <message>
        <source>Set %1 back to %2</source>
        <translation>%1を %2 に戻す</translation>
    </message>
</context>
<context>
    <name>collapsar::SettingsDialog</name>
    <message>
        <source>Start parameters</source>
        <translation>開始パラメータ</translation>
    </message>
    <message>
        <source>&amp;Apply changes to both runs</source>
        <translation>変更を両方の実行に適用(&amp;A)</translation>
    </message>
    <message>
        <source>What is changed in one tab is changed in the other too</source>
        <translation>一方のタブでの変更を、もう一方にも反映する</translation>
    </message>
    <message>
        <source>&amp;Second run</source>
        <translation>2 つ目の実行(&amp;S)</translation>
    </message>
    <message>
        <source>Train two runs side by side on the same batches, or one alone</source>
        <translation>同じバッチで 2 つの実行を並べて学習、または 1 つだけを学習</translation>
    </message>
    <message>
        <source>Use for a new start</source>
        <translation>新規開始に使う</translation>
    </message>
    <message>
        <source>Run 2</source>
        <translation>実行 2</translation>
    </message>
    <message>
        <source>%1: needs a change</source>
        <comment>run whose settings have problems</comment>
        <translation>%1: 変更が必要</translation>
    </message>
</context>
<context>
    <name>collapsar::SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>該当する設定はありません。</translation>
    </message>
</context>
<context>
    <name>collapsar::SmallPlot</name>
    <message>
        <source>Fit to data</source>
        <translation>データに合わせる</translation>
    </message>
    <message>
        <source>Export this plot...</source>
        <translation>このプロットを書き出す...</translation>
    </message>
</context>
<context>
    <name>collapsar::Stage</name>
    <message numerus="yes">
        <source>%n more run(s) with curves only: hide one in the table of runs to see its picture here</source>
        <translation>
            <numerusform>ほかに曲線だけの実行が %n 個: 実行の表でどれかを非表示にすると、その図がここに表示されます</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::StageLook</name>
    <message>
        <source>x axis</source>
        <translation>x 軸</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>what a curve shows</source>
        <translation>曲線の表示内容</translation>
    </message>
    <message>
        <source>vertical axis</source>
        <translation>縦軸</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>拡大縮小</translation>
    </message>
    <message>
        <source>view</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>collapsar::StagePresenter</name>
    <message>
        <source>fork at %1</source>
        <translation>更新 %1 で分岐</translation>
    </message>
    <message>
        <source>from %1 at %2</source>
        <comment>a fork: parent, update</comment>
        <translation>%1 の更新 %2 から</translation>
    </message>
    <message>
        <source>Replay: press End to go on live, or continue from here</source>
        <translation>リプレイ中: End を押すとライブに戻ります。ここから続けることもできます</translation>
    </message>
</context>
<context>
    <name>collapsar::SwitchesCard</name>
    <message>
        <source>Aggressive</source>
        <translation>アグレッシブ</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>プーリング</translation>
    </message>
    <message>
        <source>Skip connections</source>
        <translation>スキップ接続</translation>
    </message>
    <message>
        <source>KL weight, number</source>
        <translation>KL 重み、数値</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 重み</translation>
    </message>
    <message>
        <source>More</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Re-initialise decoder</source>
        <translation>デコーダを再初期化</translation>
    </message>
    <message>
        <source>Fresh decoder weights and optimiser state: gives a collapsed run another chance</source>
        <translation>デコーダの重みとオプティマイザの状態を新しくする: 崩壊した実行にもう一度機会を与える</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Encoder learning rate</source>
        <translation>エンコーダ学習率</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>Freeze encoder</source>
        <translation>エンコーダを固定</translation>
    </message>
    <message>
        <source>Freeze decoder</source>
        <translation>デコーダを固定</translation>
    </message>
    <message>
        <source>KL schedule</source>
        <translation>KL スケジュール</translation>
    </message>
    <message>
        <source>Switches of %1</source>
        <translation>%1 のスイッチ</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>シード %1</translation>
    </message>
    <message>
        <source>at update %1</source>
        <translation>更新 %1 の時点</translation>
    </message>
    <message>
        <source>Free bits</source>
        <translation>フリービット</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
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
        <translation>毎秒 %1 枚</translation>
    </message>
    <message>
        <source>%1 times the speed of training</source>
        <translation>学習速度の %1 倍</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Time line, updates</source>
        <translation>タイムライン、更新</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>ここから続ける</translation>
    </message>
    <message>
        <source>Show the newest data as they come (End)</source>
        <translation>最新のデータを届きしだい表示 (End)</translation>
    </message>
    <message>
        <source>live, update %1</source>
        <translation>ライブ、更新 %1</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>update %1 of %2, live goes on</source>
        <translation>更新 %1/%2、ライブ継続中</translation>
    </message>
    <message>
        <source>update %1 of %2</source>
        <translation>更新 %1/%2</translation>
    </message>
    <message>
        <source>Live goes on</source>
        <translation>ライブ継続中</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>Move the cursor back first: at the newest update the runs go on by themselves</source>
        <translation>先にカーソルを戻してください: 最新の更新では、実行はそのまま続きます</translation>
    </message>
    <message>
        <source>Train on from update %1 as a fork; the run itself stays as it is</source>
        <translation>更新 %1 から分岐として学習を続ける。元の実行は変わらない</translation>
    </message>
    <message>
        <source>Pause the replay (Space)</source>
        <translation>リプレイを一時停止 (Space)</translation>
    </message>
    <message>
        <source>Replay from the beginning</source>
        <translation>最初からリプレイ</translation>
    </message>
    <message>
        <source>Replay from here (Space)</source>
        <translation>ここからリプレイ (Space)</translation>
    </message>
    <message>
        <source>Pause the replay</source>
        <translation>リプレイを一時停止</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>リプレイ</translation>
    </message>
</context>
<context>
    <name>collapsar::TimeTrack</name>
    <message>
        <source>%1 at %2</source>
        <comment>what happened, update</comment>
        <translation>%1、更新 %2</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::UnitHeatMap</name>
    <message>
        <source>Units</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>Run whose units are shown</source>
        <translation>ユニットを表示する実行</translation>
    </message>
    <message>
        <source>Units over time</source>
        <translation>ユニットの時間変化</translation>
    </message>
    <message>
        <source>%1 of %2 active</source>
        <translation>アクティブ %1/%2</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>未測定</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>実行なし</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1: 未測定</translation>
    </message>
    <message>
        <source>%1, update %2: %3 of %4 units active</source>
        <translation>%1、更新 %2: アクティブユニット %3/%4</translation>
    </message>
    <message>
        <source>Units of %1</source>
        <translation>%1 のユニット</translation>
    </message>
    <message>
        <source>KL of each dimension</source>
        <translation>各次元の KL</translation>
    </message>
    <message>
        <source>Variance of posterior means</source>
        <translation>事後平均の分散</translation>
    </message>
    <message>
        <source>Largest KL on top</source>
        <translation>KL の大きい順</translation>
    </message>
    <message>
        <source>In order of index</source>
        <translation>番号順</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>latent dimension</source>
        <translation>潜在次元</translation>
    </message>
    <message>
        <source>KL, nats</source>
        <translation>KL、nat</translation>
    </message>
    <message>
        <source>variance of means (line: active)</source>
        <translation>平均の分散 (線: アクティブ)</translation>
    </message>
    <message>
        <source>active</source>
        <translation>アクティブ</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>非アクティブ</translation>
    </message>
    <message>
        <source>dimension %1, measured at update %2</source>
        <translation>次元 %1、更新 %2 で測定</translation>
    </message>
    <message>
        <source>KL %1 nats</source>
        <translation>KL %1 nat</translation>
    </message>
    <message>
        <source>variance %1: %2 (from %3 on)</source>
        <translation>分散 %1: %2 (%3 以上でアクティブ)</translation>
    </message>
</context>
<context>
    <name>collapsar::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New from preset...</source>
        <translation>プリセットから新規作成(&amp;N)...</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>プリセット(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;tart parameters...</source>
        <translation>開始パラメータ(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Open run...</source>
        <translation>実行を開く(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Recent runs</source>
        <translation>最近の実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Interrupted runs...</source>
        <translation>中断された実行(&amp;I)...</translation>
    </message>
    <message>
        <source>Save &amp;checkpoint...</source>
        <translation>チェックポイントを保存(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>書き出し(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>Step &amp;encoder</source>
        <translation>エンコーダを 1 ステップ(&amp;E)</translation>
    </message>
    <message>
        <source>Step &amp;decoder</source>
        <translation>デコーダを 1 ステップ(&amp;D)</translation>
    </message>
    <message>
        <source>Step &amp;update</source>
        <translation>更新を 1 ステップ(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reset, same seed</source>
        <translation>リセット、同じシード(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;seed</source>
        <translation>シード変更(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>ペース(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;low motion</source>
        <translation>スロー(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>観察(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Full speed</source>
        <translation>全速(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;One run</source>
        <translation>実行 1 つ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Two runs</source>
        <translation>実行 2 つ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>追従(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;it all</source>
        <translation>全体を表示(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;X axis</source>
        <translation>x 軸(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Updates</source>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <source>E&amp;pochs</source>
        <translation>エポック(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation>秒(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>平滑化(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>なし(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Light (0.6)</source>
        <translation>弱 (0.6)(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Strong (0.9)</source>
        <translation>強 (0.9)(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Trails</source>
        <translation>軌跡(&amp;T)</translation>
    </message>
    <message>
        <source>St&amp;aircase</source>
        <translation>階段(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Own axes</source>
        <translation>軸を個別に(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;witches and events</source>
        <translation>スイッチとイベント(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>プレゼンテーション(&amp;P)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>テーマ(&amp;H)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation>曲線(&amp;C)</translation>
    </message>
    <message>
        <source>Plot &amp;%1</source>
        <translation>プロット &amp;%1</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Collapsar</source>
        <translation>Collapsar について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add a run to the stage...</source>
        <translation>実行をステージに追加(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Watch a folder...</source>
        <translation>フォルダを監視(&amp;W)...</translation>
    </message>
    <message>
        <source>Open &amp;session...</source>
        <translation>セッションを開く(&amp;D)...</translation>
    </message>
    <message>
        <source>Sa&amp;ve session...</source>
        <translation>セッションを保存(&amp;V)...</translation>
    </message>
    <message>
        <source>&amp;Figures of He et al.</source>
        <translation>He et al. の図(&amp;F)</translation>
    </message>
    <message>
        <source>Figure &amp;2: posterior mean spaces...</source>
        <translation>図 &amp;2: 事後平均空間...</translation>
    </message>
    <message>
        <source>Figure &amp;3: one example&apos;s way...</source>
        <translation>図 &amp;3: 1 つの例の軌跡...</translation>
    </message>
    <message>
        <source>Figures &amp;4 and 5: KL and mutual information...</source>
        <translation>図 &amp;4 と 5: KL と相互情報量...</translation>
    </message>
    <message>
        <source>Export the repla&amp;y...</source>
        <translation>リプレイを書き出す(&amp;Y)...</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare strategies...</source>
        <translation>戦略を比較(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Fork here...</source>
        <translation>ここで分岐(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;What if...</source>
        <translation>What-if(&amp;W)...</translation>
    </message>
    <message>
        <source>&amp;Keep the what-ifs</source>
        <translation>What-if を残す(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Throw the what-ifs away</source>
        <translation>What-if を捨てる(&amp;T)</translation>
    </message>
    <message>
        <source>Table of &amp;runs</source>
        <translation>実行の表(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Differences</source>
        <translation>相違点(&amp;D)</translation>
    </message>
    <message>
        <source>Latent &amp;units</source>
        <translation>潜在ユニット(&amp;U)</translation>
    </message>
    <message>
        <source>Latent &amp;plane</source>
        <translation>潜在平面(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;ncoder updates</source>
        <translation>エンコーダ更新(&amp;N)</translation>
    </message>
    <message>
        <source>Export the table of r&amp;uns...</source>
        <translation>実行の表を書き出す(&amp;U)...</translation>
    </message>
    <message>
        <source>About the &amp;data...</source>
        <translation>データについて(&amp;D)...</translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation>指標(&amp;M)</translation>
    </message>
    <message>
        <source>W&amp;ords</source>
        <translation>生成文(&amp;O)</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsControls</name>
    <message>
        <source>What is written</source>
        <translation>生成する内容</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation>再構成</translation>
    </message>
    <message>
        <source>Each example is encoded to z, and written again from there</source>
        <translation>各例を z にエンコードし、そこから文を生成し直す</translation>
    </message>
    <message>
        <source>From the prior</source>
        <translation>事前分布から</translation>
    </message>
    <message>
        <source>z is drawn of the prior N(0, I)</source>
        <translation>z を事前分布 N(0, I) から抽出する</translation>
    </message>
    <message>
        <source>Between two</source>
        <translation>2 例の間</translation>
    </message>
    <message>
        <source>z goes in equal steps from one example&apos;s to another&apos;s</source>
        <translation>z が 1 つの例の z からもう 1 つの例の z へ等間隔に進む</translation>
    </message>
    <message>
        <source>z of an example</source>
        <translation>例の z</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>z is the mean of q(z|x)</source>
        <translation>z は q(z|x) の平均</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>標本</translation>
    </message>
    <message>
        <source>z is one draw of q(z|x)</source>
        <translation>z は q(z|x) から抽出した標本 1 個</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>デコード方法</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>貪欲法</translation>
    </message>
    <message>
        <source>The likeliest word at every position</source>
        <translation>各位置で最も確率の高い単語</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>サンプリング</translation>
    </message>
    <message>
        <source>Every word is drawn of the model&apos;s distribution</source>
        <translation>各単語をモデルの分布から抽出する</translation>
    </message>
    <message>
        <source>Beam</source>
        <translation>ビーム</translation>
    </message>
    <message>
        <source>The likeliest sentence that a beam search finds</source>
        <translation>ビーム探索で見つかった最も確率の高い文</translation>
    </message>
    <message>
        <source>Beam width</source>
        <translation>ビーム幅</translation>
    </message>
    <message>
        <source>Beam width: how many beginnings the search keeps</source>
        <translation>ビーム幅: 探索で残す文頭の候補の数</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Temperature: logits are divided by it; 1 is the model&apos;s own distribution</source>
        <translation>温度: ロジットをこの値で割る。1 でモデル自身の分布</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>First example</source>
        <translation>最初の例</translation>
    </message>
    <message>
        <source>Number of the first example, counted as in the posterior mean space</source>
        <translation>最初の例の番号。事後平均空間と同じ数え方</translation>
    </message>
    <message>
        <source>from</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Second example</source>
        <translation>2 番目の例</translation>
    </message>
    <message>
        <source>to</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>%1 %, %2 left</source>
        <translation>%1 %、残り %2</translation>
    </message>
    <message>
        <source>Exactly here</source>
        <translation>正確にこの時点</translation>
    </message>
    <message>
        <source>Made by the weights of the time cursor&apos;s own update, which are made again by training on from the checkpoint before it; takes a while, and ends when this is unticked. Else, and while a run trains, the newest checkpoint up to there writes, at once.</source>
        <translation>時間カーソルの更新そのものの重みで生成する。重みは、その前のチェックポイントから学習を続けて再現する。時間がかかり、チェックを外すと終わる。チェックがないときと実行の学習中は、その時点までの最新のチェックポイントですぐに生成する。</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>再抽出</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copies the table as text, separated by tabs</source>
        <translation>表をタブ区切りのテキストとしてコピー</translation>
    </message>
    <message>
        <source>%L1  %2</source>
        <comment>number of an example, its words</comment>
        <translation>%L1  %2</translation>
    </message>
    <message>
        <source> points</source>
        <translation> 点</translation>
    </message>
    <message>
        <source> sentences</source>
        <translation> 文</translation>
    </message>
    <message>
        <source>How many points on the line, both ends included</source>
        <translation>線上の点の数。両端を含む</translation>
    </message>
    <message>
        <source>How many sentences</source>
        <translation>文の数</translation>
    </message>
    <message>
        <source>Other draws of z and of words: this is drawing %L1</source>
        <translation>z と単語を抽出し直す: 現在は抽出 %L1</translation>
    </message>
    <message>
        <source>Nothing is drawn: z is the mean, and words are the likeliest</source>
        <translation>抽出するものはない: z は平均で、単語は最も確率の高いもの</translation>
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
        <translation>z なしと同じ</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsHeader</name>
    <message>
        <source>Writing...</source>
        <translation>生成しています...</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsModel</name>
    <message>
        <source>Original</source>
        <translation>原文</translation>
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
        <translation>%1、%2 から: %3</translation>
    </message>
    <message>
        <source>%1 (as without z)</source>
        <translation>%1 (z なしと同じ)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>run, place</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>%1, before %2</source>
        <translation>%1、%2 より前</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1、%2 より後</translation>
    </message>
    <message>
        <source>Nothing of this run is on disk, so there are no weights to write with.</source>
        <translation>この実行のデータがディスクにないため、文の生成に使う重みがありません。</translation>
    </message>
    <message>
        <source>No checkpoint yet. The first one is written when training starts.</source>
        <translation>チェックポイントはまだありません。最初のチェックポイントは学習の開始時に書き込まれます。</translation>
    </message>
    <message>
        <source>A language model has no z: it neither encodes a sentence nor goes from one to another. Choose From the prior to see what it writes by itself.</source>
        <translation>言語モデルには z がありません: 文をエンコードすることも、ある文から別の文へ移ることもありません。「事前分布から」を選ぶと、モデルが単独で生成する文を見られます。</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsPage</name>
    <message>
        <source>Writing</source>
        <translation>生成中</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>生成文</translation>
    </message>
    <message>
        <source>No run is shown. Choose a preset and press Start, or open a run: the sentences that it writes appear here.</source>
        <translation>表示中の実行がありません。プリセットを選んで「開始」を押すか、実行を開いてください。実行が生成する文がここに表示されます。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Writing...</source>
        <translation>生成しています...</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsTable</name>
    <message>
        <source>Sentences that the runs write</source>
        <translation>実行が生成する文</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>テキストとしてコピー</translation>
    </message>
</context>
</TS>
