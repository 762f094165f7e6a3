<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>AxisScale</name>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>symlog, linear within ±%1</source>
        <translation>대칭 로그, ±%1 안은 선형</translation>
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
        <translation>변분 오토인코더에서 사후 붕괴가 일어나는 모습을 보고, 이해하고, 막아 보세요.

사용법:
  collapsar [RUN | SESSION | PRESET | SETTINGS]  창을 엽니다. 기본 데모가 준비되어 있습니다
  collapsar --demo DIR [--updates N]             창 없이 데모를 학습합니다. 그림, CSV, 판정은 DIR에 씁니다
  collapsar figure RUN... --out FILE             창 없이 실행의 그림을 씁니다
  collapsar animate RUN... --out FILE.gif|DIR    실행의 리플레이를 GIF 또는 번호를 붙인 PNG 그림으로 씁니다

옵션:
  --theme system|light|dark                창의 색
  --updates N                              데모의 두 실행이 끝나는 갱신
  --kind KIND                              그림에 보일 것: posterior-means (기본값), curves, stage,
                                           rate-distortion, he2 (학습에 따른 평균 공간), he3 (한
                                           예제의 경로), he4 (KL, 상호 정보량, 집계 KL)
  --out FILE                               .png, .svg 또는 .pdf
  --width MM --height MM                   그림의 크기, 20~2000 mm
  --dpi N                                  PNG의 인치당 도트 수, 36~1200 (300)
  --at N,N,...                             he2: 열마다의 갱신. he3: 첫 갱신부터 마지막 갱신까지
  --example N                              he3: 몇 번째 예제인지, 1부터
  --no-caption                             he2, he3, he4: 주석과 출처를 메타데이터에만 적음
  --from N --to N                          animate: 갱신의 범위 (전부)
  --fps N                                  animate: 초당 프레임 수, 1~50 (12.5)
  --speed N                                animate: 프레임당 갱신 (15초가 되도록)
  --size WxH                               animate: 픽셀 (960x540)
  --title TEXT                             animate: 모든 프레임의 첫 줄
  --no-curves                              animate: 평균 공간만
  -h, --help                               이 도움말
  -v, --version                            버전

종료 코드: 0 완료, 1 할 수 없음 (파일을 쓸 수 없음, 실행이 사용 중), 2 잘못된 인수,
3 실행, 프리셋, 설정 파일 또는 그 데이터를 쓸 수 없음, 4 실행에서 NaN 또는 무한대가 나옴.
</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>Data, batch and seed must be equal, but %1 is %2 in “%3” and %4 in “%5”.</source>
        <translation>데이터, 배치, 시드는 같아야 하지만, %1 값이 “%3”에서는 %2, “%5”에서는 %4입니다.</translation>
    </message>
    <message>
        <source>“%1” and “%2” are the same; change one of them.</source>
        <translation>“%1”와(과) “%2”이(가) 같습니다. 둘 중 하나를 바꾸세요.</translation>
    </message>
    <message>
        <source>Tick two or more.</source>
        <translation>둘 이상을 선택하세요.</translation>
    </message>
    <message>
        <source>Add a variant.</source>
        <translation>변형을 추가하세요.</translation>
    </message>
    <message>
        <source>At most %1 runs race at once.</source>
        <translation>한 번에 경주할 수 있는 실행은 최대 %1개입니다.</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, 시드 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>differences</comment>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>CurvePainter</name>
    <message>
        <source>not measured</source>
        <translation>측정되지 않음</translation>
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
        <translation>nats, 검증</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>재구성</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>퍼플렉서티</translation>
    </message>
    <message>
        <source>upper bound</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>Mutual information</source>
        <translation>상호 정보량</translation>
    </message>
    <message>
        <source>nats / batch</source>
        <translation>nats / 배치</translation>
    </message>
    <message>
        <source>nats, full set</source>
        <translation>nats, 전체 집합</translation>
    </message>
    <message>
        <source>Active units</source>
        <translation>활성 유닛</translation>
    </message>
    <message>
        <source>count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>nats, probes</source>
        <translation>nats, 프로브</translation>
    </message>
    <message>
        <source>Log likelihood</source>
        <translation>로그 가능도</translation>
    </message>
    <message>
        <source>Spread of true means</source>
        <translation>참 평균의 퍼짐</translation>
    </message>
    <message>
        <source>sd, probes</source>
        <translation>표준편차, 프로브</translation>
    </message>
    <message>
        <source>Spread of approximate means</source>
        <translation>근사 평균의 퍼짐</translation>
    </message>
    <message>
        <source>Correlation of means</source>
        <translation>평균의 상관계수</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>프로브</translation>
    </message>
    <message>
        <source>Mean gap</source>
        <translation>평균 격차</translation>
    </message>
    <message>
        <source>Training ELBO</source>
        <translation>학습 ELBO</translation>
    </message>
    <message>
        <source>nats, own batch</source>
        <translation>nats, 해당 배치</translation>
    </message>
    <message>
        <source>Training reconstruction</source>
        <translation>학습 재구성</translation>
    </message>
    <message>
        <source>Training KL</source>
        <translation>학습 KL</translation>
    </message>
    <message>
        <source>Encoder gradient</source>
        <translation>인코더 기울기</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>노름</translation>
    </message>
    <message>
        <source>Decoder gradient</source>
        <translation>디코더 기울기</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 가중치</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>적용 중인 값</translation>
    </message>
    <message>
        <source>Inner updates</source>
        <translation>내부 갱신</translation>
    </message>
    <message>
        <source>per update</source>
        <translation>갱신당</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>디코더</translation>
    </message>
    <message>
        <source>encoder updates</source>
        <translation>인코더 갱신</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>encoder update %1</source>
        <translation>인코더 갱신 %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>에포크 %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message>
        <source>Refined ELBO</source>
        <translation>정제된 ELBO</translation>
    </message>
    <message>
        <source>Refined KL</source>
        <translation>정제된 KL</translation>
    </message>
    <message>
        <source>KL of the aggregate posterior</source>
        <translation>집계 사후 분포의 KL</translation>
    </message>
    <message>
        <source>Usage gap, shuffled z</source>
        <translation>사용 격차, 섞은 z</translation>
    </message>
    <message>
        <source>Usage gap, prior z</source>
        <translation>사용 격차, 사전 분포의 z</translation>
    </message>
    <message>
        <source>Cosine of features</source>
        <translation>특징의 코사인 유사도</translation>
    </message>
    <message>
        <source>mean of pairs</source>
        <translation>쌍의 평균</translation>
    </message>
    <message>
        <source>Effective rank of features</source>
        <translation>특징의 유효 랭크</translation>
    </message>
    <message>
        <source>of the covariance</source>
        <translation>공분산 기준</translation>
    </message>
    <message>
        <source>Linear probe</source>
        <translation>선형 프로브</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>IW-NLL</source>
        <translation>IW-NLL</translation>
    </message>
    <message>
        <source>nats, at the end</source>
        <translation>nats, 종료 시</translation>
    </message>
    <message>
        <source>IW perplexity</source>
        <translation>IW 퍼플렉서티</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>종료 시</translation>
    </message>
</context>
<context>
    <name>DemoReport</name>
    <message>
        <source>ELBO %1 nats, KL %2 nats, mutual information %3 nats, active units %4 of %5, lag %6 nats.</source>
        <translation>ELBO %1 nats, KL %2 nats, 상호 정보량 %3 nats, 활성 유닛 %5개 중 %4개, 지연 %6 nats.</translation>
    </message>
    <message>
        <source>%1, after %2 updates: %3. %4 %5</source>
        <translation>%1, 갱신 %2회 후: %3. %4 %5</translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>Approximate and true means agree (correlation %1, gap %2).</source>
        <translation>근사 평균과 참 평균이 일치합니다(상관계수 %1, 격차 %2).</translation>
    </message>
    <message>
        <source>The latent carries about %1 nats.</source>
        <translation>잠재 변수가 약 %1 nats를 담고 있습니다.</translation>
    </message>
    <message>
        <source>True means still spread (sd %1); the encoder answers 0 for everything (sd %2).</source>
        <translation>참 평균은 아직 퍼져 있지만(표준편차 %1), 인코더는 무엇에든 0이라고 답합니다(표준편차 %2).</translation>
    </message>
    <message>
        <source>True means still spread (sd %1); the encoder answers nearly the same for everything (sd %2).</source>
        <translation>참 평균은 아직 퍼져 있지만(표준편차 %1), 인코더는 무엇에든 거의 같은 답을 냅니다(표준편차 %2).</translation>
    </message>
    <message>
        <source>True and approximate means both stay at 0 (sd %1 and %2).</source>
        <translation>참 평균과 근사 평균이 모두 0에 머뭅니다(표준편차 %1, %2).</translation>
    </message>
    <message>
        <source>The approximate means stay at 0 (sd %1).</source>
        <translation>근사 평균이 0에 머뭅니다(표준편차 %1).</translation>
    </message>
    <message>
        <source>The latent carries nothing: the decoder does without it.</source>
        <translation>잠재 변수가 아무것도 담지 않습니다. 디코더가 잠재 변수 없이 동작합니다.</translation>
    </message>
    <message>
        <source>Nothing measured yet.</source>
        <translation>아직 측정된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Approximate means spread (sd %1).</source>
        <translation>근사 평균이 퍼져 있습니다(표준편차 %1).</translation>
    </message>
    <message>
        <source>Nothing has settled: true means spread by sd %1, approximate means by sd %2</source>
        <translation>아직 정해지지 않음: 퍼짐(표준편차)은 참 평균 %1, 근사 평균 %2</translation>
    </message>
    <message>
        <source>, correlation %1.</source>
        <translation>, 상관계수 %1.</translation>
    </message>
    <message>
        <source>Approximate means spread (sd %1); the true means do not (sd %2). The decoder ignores what the encoder says.</source>
        <translation>근사 평균은 퍼져 있지만(표준편차 %1) 참 평균은 그렇지 않습니다(표준편차 %2). 디코더가 인코더의 말을 무시합니다.</translation>
    </message>
    <message>
        <source>A number became infinite or undefined. Everything measured before is kept; start again with a smaller learning rate.</source>
        <translation>무한대이거나 정의되지 않은 수가 나왔습니다. 그 전에 측정한 것은 모두 남아 있습니다. 더 작은 학습률로 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Aggressive for %1 updates and still no rescue (sd %2 true, %3 approximate): the decoder has learnt to do without the latent. Re-initialise the decoder.</source>
        <translation>갱신 %1회 동안 공격적으로 학습했지만 회복되지 않았습니다(표준편차: 참 %2, 근사 %3). 디코더가 잠재 변수 없이 동작하는 법을 익혔습니다. 디코더를 재초기화하세요.</translation>
    </message>
    <message>
        <source>The encoder lags, and the decoder is learning to do without it.</source>
        <translation>인코더가 뒤처지고, 디코더는 인코더 없이 동작하는 법을 익히고 있습니다.</translation>
    </message>
    <message>
        <source>one encoder step</source>
        <translation>인코더 한 단계</translation>
    </message>
    <message>
        <source>one decoder step</source>
        <translation>디코더 한 단계</translation>
    </message>
    <message>
        <source>decoder re-initialised</source>
        <translation>디코더 재초기화</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>공격적 학습</translation>
    </message>
    <message>
        <source>%1 set to %2</source>
        <translation>%1: %2(으)로 설정</translation>
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
        <translation>워밍업</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>일치</translation>
    </message>
    <message>
        <source>Inference collapse</source>
        <translation>추론 붕괴</translation>
    </message>
    <message>
        <source>Model collapse</source>
        <translation>모델 붕괴</translation>
    </message>
    <message>
        <source>Posterior collapse</source>
        <translation>사후 붕괴</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시정지됨</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Preparing the data ...</source>
        <translation>데이터 준비 중 ...</translation>
    </message>
    <message>
        <source>Press Start to train.</source>
        <translation>학습하려면 시작을 누르세요.</translation>
    </message>
    <message>
        <source>Finished at update %1.</source>
        <translation>갱신 %1에서 끝났습니다.</translation>
    </message>
    <message>
        <source>Stopped at update %1; it can be resumed from there.</source>
        <translation>갱신 %1에서 중지되었습니다. 거기서 재개할 수 있습니다.</translation>
    </message>
    <message>
        <source>Diverged at update %1: a number became infinite or undefined. What came before is kept; reset and try a smaller learning rate.</source>
        <translation>갱신 %1에서 발산했습니다: 무한대이거나 정의되지 않은 수가 나왔습니다. 그 전의 결과는 남아 있습니다. 리셋하고 더 작은 학습률로 시도하세요.</translation>
    </message>
    <message>
        <source>These settings cannot be used</source>
        <translation>이 설정을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The file is missing</source>
        <translation>파일이 없습니다</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>파일을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>The file was written by a newer version</source>
        <translation>더 새로운 버전에서 쓴 파일입니다</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The data cannot be used</source>
        <translation>데이터를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The data have changed since the run was trained</source>
        <translation>실행을 학습한 뒤에 데이터가 바뀌었습니다</translation>
    </message>
    <message>
        <source>The run is in use elsewhere</source>
        <translation>실행을 다른 곳에서 사용 중입니다</translation>
    </message>
    <message>
        <source>Stopped on request</source>
        <translation>요청에 따라 중지했습니다</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>프로그램 내부에서 오류가 발생했습니다</translation>
    </message>
    <message>
        <source>started</source>
        <translation>시작함</translation>
    </message>
    <message>
        <source>burn-in ended: mutual information fell</source>
        <translation>번인 종료: 상호 정보량 감소</translation>
    </message>
    <message>
        <source>learning rate cut to %1</source>
        <translation>학습률 낮춤: %1</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>체크포인트</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>재개함</translation>
    </message>
    <message>
        <source>computed differently from here</source>
        <translation>이곳과 다르게 계산됨</translation>
    </message>
    <message>
        <source>rewound to update %1</source>
        <translation>갱신 %1(으)로 되돌림</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산함</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Encoder first at every update.</source>
        <translation>갱신마다 인코더를 먼저 학습합니다.</translation>
    </message>
    <message>
        <source>Burn-in: MI %1, ends when it falls.</source>
        <translation>번인: MI %1, 줄어들면 끝납니다.</translation>
    </message>
    <message>
        <source>Burn-in: until MI falls after an epoch.</source>
        <translation>번인: 에포크 뒤에 MI가 줄어들 때까지.</translation>
    </message>
    <message>
        <source>Burn-in ended at update %1.</source>
        <translation>번인이 갱신 %1에서 끝났습니다.</translation>
    </message>
    <message>
        <source>Burn-in has ended.</source>
        <translation>번인이 끝났습니다.</translation>
    </message>
    <message>
        <source>inner %1 (stops at %2)</source>
        <translation>내부 %1 (%2에서 멈춤)</translation>
    </message>
    <message>
        <source>inner %1 (stops at %2 ... %3)</source>
        <translation>내부 %1 (%2 ... %3에서 멈춤)</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <comment>smaller than</comment>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>– updates/s</source>
        <translation>– 갱신/초</translation>
    </message>
    <message>
        <source>%1 updates/s</source>
        <translation>%1 갱신/초</translation>
    </message>
    <message>
        <source>Inner clip: the encoder&apos;s own norm (not the published rule).</source>
        <translation>내부 클립: 인코더 자체의 노름 (논문의 규칙이 아님).</translation>
    </message>
    <message>
        <source>The objective or the posterior is not the plain one, so its optimum is not the diagonal.</source>
        <translation>목적 함수나 사후 분포가 보통의 것이 아니므로 최적점이 대각선에 있지 않습니다.</translation>
    </message>
    <message>
        <source>Pretraining: KL weight 0 until update %1, then a new decoder.</source>
        <translation>사전 학습: 갱신 %1까지 KL 가중치 0, 그 뒤 새 디코더.</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>&lt;b&gt;Collapsar %1&lt;/b&gt;&lt;p&gt;Watch posterior collapse happen, understand it, stop it.&lt;/p&gt;&lt;p&gt;Qt %2 · QCustomPlot %3&lt;br&gt;%4&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Collapsar %1&lt;/b&gt;&lt;p&gt;사후 붕괴가 일어나는 모습을 보고, 이해하고, 막아 보세요.&lt;/p&gt;&lt;p&gt;Qt %2 · QCustomPlot %3&lt;br&gt;%4&lt;/p&gt;&lt;p&gt;GNU General Public License 버전 3 이상에 따른 자유 소프트웨어입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Collapsar</source>
        <translation>Collapsar 정보</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>He et al. synthetic · %L1 sentences · vocabulary %L2</source>
        <translation>He et al. 합성 데이터 · 문장 %L1개 · 어휘 %L2</translation>
    </message>
</context>
<context>
    <name>RunColumnText</name>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Tick to show the run; F2 renames it</source>
        <translation>선택하면 실행을 표시합니다. F2로 이름을 바꿉니다</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>What differs from plain ELBO training, as started; live: switches were made since</source>
        <translation>시작할 때 보통의 ELBO 학습과 다른 점. 변경됨: 그 뒤에 스위치를 바꿈</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>부모</translation>
    </message>
    <message>
        <source>The run it was forked from, and at which update</source>
        <translation>어느 실행에서, 어느 갱신에서 분기했는지</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Runs with one seed share first weights, batches and noise</source>
        <translation>시드가 같은 실행들은 처음 가중치, 배치, 노이즈를 공유합니다</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>What the run does now</source>
        <translation>실행이 지금 하고 있는 일</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Completed outer updates</source>
        <translation>완료한 외부 갱신 수</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Training time, all sittings</source>
        <translation>학습 시간, 이어서 학습한 것까지 모두 합함</translation>
    </message>
    <message>
        <source>ELBO</source>
        <translation>ELBO</translation>
    </message>
    <message>
        <source>Validation ELBO of the newest scheduled evaluation, in nats; one sample of z per example</source>
        <translation>가장 최근의 예정된 평가에서 구한 검증 ELBO, nats. 예제당 z 표본 하나</translation>
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
        <translation>가장 최근의 예정된 평가에서 구한 KL, nats, 정확한 값</translation>
    </message>
    <message>
        <source>MI, batch</source>
        <translation>MI, 배치</translation>
    </message>
    <message>
        <source>Mutual information inside each batch of B in nats, ceiling ln B (He et al. 2019); newest scheduled evaluation</source>
        <translation>크기 B인 각 배치 안의 상호 정보량, nats, 최대 ln B (He et al. 2019). 가장 최근의 예정된 평가</translation>
    </message>
    <message>
        <source>MI</source>
        <translation>MI</translation>
    </message>
    <message>
        <source>Mutual information over all N evaluated examples in nats, ceiling ln N; newest scheduled evaluation</source>
        <translation>평가한 예제 N개 전체의 상호 정보량, nats, 최대 ln N. 가장 최근의 예정된 평가</translation>
    </message>
    <message>
        <source>AU</source>
        <translation>AU</translation>
    </message>
    <message>
        <source>Active units of the newest scheduled evaluation (Burda et al. 2016)</source>
        <translation>가장 최근의 예정된 평가에서 구한 활성 유닛 (Burda et al. 2016)</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>Highest validation ELBO of all scheduled evaluations, in nats</source>
        <translation>모든 예정된 평가 가운데 가장 높은 검증 ELBO, nats</translation>
    </message>
    <message>
        <source>Best at</source>
        <translation>최고 시점</translation>
    </message>
    <message>
        <source>Completed updates at the best validation ELBO</source>
        <translation>검증 ELBO가 최고일 때까지 완료한 갱신 수</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>A word of your own to group runs by; double-click to write it</source>
        <translation>실행을 묶기 위한 임의의 단어. 두 번 클릭해 입력합니다</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Your own words; double-click to write</source>
        <translation>자유로운 메모. 두 번 클릭해 입력합니다</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>기본</translation>
    </message>
    <message>
        <source>aggressive</source>
        <translation>공격적</translation>
    </message>
    <message>
        <source>aggressive always</source>
        <translation>항상 공격적</translation>
    </message>
    <message>
        <source>annealing</source>
        <translation>어닐링</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>스킵</translation>
    </message>
    <message>
        <source>frozen encoder</source>
        <translation>인코더 고정</translation>
    </message>
    <message>
        <source>frozen decoder</source>
        <translation>디코더 고정</translation>
    </message>
    <message>
        <source>pooling %1</source>
        <translation>풀링 %1</translation>
    </message>
    <message>
        <source>beta %1</source>
        <translation>beta %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>run, update</comment>
        <translation>%1, 갱신 %2</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <comment>mean, standard deviation</comment>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>실행 1개</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <comment>more than one</comment>
        <translation>실행 %1개</translation>
    </message>
    <message>
        <source>%1, live</source>
        <comment>strategy, with switches made since</comment>
        <translation>%1, 변경됨</translation>
    </message>
    <message>
        <source>KL from the encoder&apos;s posterior to the true one over the probes, in nats</source>
        <translation>인코더의 사후 분포에서 참 사후 분포까지의 KL, 프로브에 대한 평균, nats</translation>
    </message>
    <message>
        <source>-log p(x) in nats: exact of a language model, importance-weighted at the end of a run with importance samples, else minus the ELBO, an upper bound</source>
        <translation>-log p(x), nats: 언어 모델이면 정확한 값, 중요도 샘플이 있는 실행이면 끝날 때 중요도 가중으로 구한 값, 아니면 ELBO의 부호를 바꾼 상한</translation>
    </message>
    <message>
        <source>IW-NLL</source>
        <translation>IW-NLL</translation>
    </message>
    <message>
        <source>Importance-weighted NLL in nats, measured when a run with importance samples has ended; an upper bound in expectation, exact of a language model</source>
        <translation>중요도 가중 NLL, nats. 중요도 샘플이 있는 실행이 끝났을 때 측정합니다. 기댓값으로는 상한이며, 언어 모델이면 정확한 값</translation>
    </message>
    <message>
        <source>Refined ELBO</source>
        <translation>정제된 ELBO</translation>
    </message>
    <message>
        <source>ELBO of the posteriors after the refinement steps of SA-VAE, in nats; newest scheduled evaluation</source>
        <translation>SA-VAE의 정제 단계를 거친 사후 분포의 ELBO, nats. 가장 최근의 예정된 평가</translation>
    </message>
    <message>
        <source>Refined KL</source>
        <translation>정제된 KL</translation>
    </message>
    <message>
        <source>KL of the refined posteriors in nats; newest scheduled evaluation</source>
        <translation>정제된 사후 분포의 KL, nats. 가장 최근의 예정된 평가</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>프로브</translation>
    </message>
    <message>
        <source>Share of labels that a linear probe reads off the posterior means; newest scheduled evaluation</source>
        <translation>선형 프로브가 사후 평균에서 읽어 내는 레이블의 비율. 가장 최근의 예정된 평가</translation>
    </message>
    <message>
        <source>Feature cosine</source>
        <translation>특징 코사인</translation>
    </message>
    <message>
        <source>Mean cosine over pairs of encoder features; 1: all point the same way</source>
        <translation>인코더 특징 쌍들의 평균 코사인 유사도. 1: 모두 같은 방향을 가리킴</translation>
    </message>
    <message>
        <source>Feature rank</source>
        <translation>특징 랭크</translation>
    </message>
    <message>
        <source>Effective rank of encoder features; newest scheduled evaluation</source>
        <translation>인코더 특징의 유효 랭크. 가장 최근의 예정된 평가</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Processor time of training at the newest scheduled evaluation: what a busy machine does not stretch</source>
        <translation>가장 최근의 예정된 평가까지 학습에 쓴 프로세서 시간: 컴퓨터가 바빠도 늘어나지 않습니다</translation>
    </message>
    <message>
        <source>Per update</source>
        <translation>갱신당</translation>
    </message>
    <message>
        <source>Milliseconds for each update: processor time, or training time where that was not recorded</source>
        <translation>갱신 한 번에 걸린 밀리초: 프로세서 시간, 기록되지 않았으면 학습 시간</translation>
    </message>
    <message>
        <source>Time / basic</source>
        <translation>시간 / 기본</translation>
    </message>
    <message>
        <source>Time of the whole finished run, divided by that of the basic run on the same data</source>
        <translation>끝난 실행 전체의 시간을 같은 데이터를 쓴 기본 실행의 시간으로 나눈 값</translation>
    </message>
    <message>
        <source>Per update / basic</source>
        <translation>갱신당 / 기본</translation>
    </message>
    <message>
        <source>Time for each update, divided by that of the basic run on the same data</source>
        <translation>갱신 한 번의 시간을 같은 데이터를 쓴 기본 실행의 것으로 나눈 값</translation>
    </message>
    <message>
        <source>cyclical</source>
        <translation>주기적</translation>
    </message>
    <message>
        <source>hold-then-ramp</source>
        <translation>유지 후 상승</translation>
    </message>
    <message>
        <source>pretrained</source>
        <translation>사전 학습</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>언어 모델</translation>
    </message>
    <message>
        <source>inner %1</source>
        <translation>내부 %1</translation>
    </message>
    <message>
        <source>free bits %1</source>
        <translation>프리 비트 %1</translation>
    </message>
    <message>
        <source>free bits %1 per example</source>
        <translation>프리 비트 %1, 예제별</translation>
    </message>
    <message>
        <source>free bits %1 per batch</source>
        <translation>프리 비트 %1, 배치별</translation>
    </message>
    <message>
        <source>free bits %1 per example and dimension</source>
        <translation>프리 비트 %1, 예제·차원별</translation>
    </message>
    <message>
        <source>word dropout %1</source>
        <translation>단어 드롭아웃 %1</translation>
    </message>
</context>
<context>
    <name>SettingText</name>
    <message>
        <source>Off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>On</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>|Max|</source>
        <translation>|최대|</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
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
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Training</source>
        <comment>group of settings</comment>
        <translation>학습</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Type a whole number from %1 to %2.</source>
        <translation>%1에서 %2 사이의 정수를 입력하세요.</translation>
    </message>
    <message>
        <source>Type a number from %1 to %2.</source>
        <translation>%1에서 %2 사이의 수를 입력하세요.</translation>
    </message>
    <message>
        <source>Type a whole number from 0 to 18446744073709551615.</source>
        <translation>0에서 18446744073709551615 사이의 정수를 입력하세요.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>파일을 지정하세요.</translation>
    </message>
    <message>
        <source>Choose one of %1.</source>
        <translation>다음 중 하나를 고르세요: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Joint norm</source>
        <translation>합동 노름</translation>
    </message>
    <message>
        <source>Encoder&apos;s own</source>
        <translation>인코더만</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>Spread evenly</source>
        <translation>고르게 분산</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순방향</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>양방향</translation>
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
        <translation>주기적</translation>
    </message>
    <message>
        <source>Hold, then ramp</source>
        <translation>유지 후 상승</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Per dimension</source>
        <translation>차원별</translation>
    </message>
    <message>
        <source>Per example</source>
        <translation>예제별</translation>
    </message>
    <message>
        <source>Batch mean</source>
        <translation>배치 평균</translation>
    </message>
    <message>
        <source>Per example and dimension</source>
        <translation>예제·차원별</translation>
    </message>
    <message>
        <source>Through the steps</source>
        <translation>단계 전체를 통과</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>1차</translation>
    </message>
    <message>
        <source>KL to the refined</source>
        <translation>정제된 분포까지의 KL</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>사전 분포</translation>
    </message>
    <message>
        <source>Fixed distance</source>
        <translation>고정 거리</translation>
    </message>
    <message>
        <source>Fixed factor</source>
        <translation>고정 계수</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>가우시안</translation>
    </message>
    <message>
        <source>Batch-normalised means</source>
        <translation>배치 정규화한 평균</translation>
    </message>
    <message>
        <source>KL floor</source>
        <translation>KL 하한</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>Training text</source>
        <translation>학습 텍스트</translation>
    </message>
    <message>
        <source>Validation text</source>
        <translation>검증 텍스트</translation>
    </message>
    <message>
        <source>Test text</source>
        <translation>테스트 텍스트</translation>
    </message>
    <message>
        <source>Generator seed</source>
        <translation>생성기 시드</translation>
    </message>
    <message>
        <source>Training sentences</source>
        <translation>학습 문장</translation>
    </message>
    <message>
        <source>Validation sentences</source>
        <translation>검증 문장</translation>
    </message>
    <message>
        <source>Test sentences</source>
        <translation>테스트 문장</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>어휘</translation>
    </message>
    <message>
        <source>Sentence length</source>
        <translation>문장 길이</translation>
    </message>
    <message>
        <source>Latent scale</source>
        <translation>잠재 스케일</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Latent dimensions</source>
        <translation>잠재 차원</translation>
    </message>
    <message>
        <source>Word embedding</source>
        <translation>단어 임베딩</translation>
    </message>
    <message>
        <source>Encoder LSTM</source>
        <translation>인코더 LSTM</translation>
    </message>
    <message>
        <source>Decoder LSTM</source>
        <translation>디코더 LSTM</translation>
    </message>
    <message>
        <source>Word dropout</source>
        <translation>단어 드롭아웃</translation>
    </message>
    <message>
        <source>Feature dropout</source>
        <translation>특징 드롭아웃</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>Initial embeddings</source>
        <translation>초기 임베딩</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>Skip path</source>
        <translation>스킵 연결</translation>
    </message>
    <message>
        <source>Aggressive encoder updates</source>
        <translation>공격적 인코더 갱신</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 가중치</translation>
    </message>
    <message>
        <source>KL schedule</source>
        <translation>KL 스케줄</translation>
    </message>
    <message>
        <source>KL weight at the start</source>
        <translation>시작 KL 가중치</translation>
    </message>
    <message>
        <source>KL warm-up</source>
        <translation>KL 워밍업</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Encoder learning rate</source>
        <translation>인코더 학습률</translation>
    </message>
    <message>
        <source>Freeze encoder</source>
        <translation>인코더 고정</translation>
    </message>
    <message>
        <source>Freeze decoder</source>
        <translation>디코더 고정</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>기울기 제한</translation>
    </message>
    <message>
        <source>Inner window</source>
        <translation>내부 창</translation>
    </message>
    <message>
        <source>Inner limit</source>
        <translation>내부 한도</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>인내 에포크</translation>
    </message>
    <message>
        <source>First cut</source>
        <translation>낮춤 시작</translation>
    </message>
    <message>
        <source>Cut factor</source>
        <translation>낮춤 배율</translation>
    </message>
    <message>
        <source>Last cut</source>
        <translation>낮춤 한도</translation>
    </message>
    <message>
        <source>Shards</source>
        <translation>샤드</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>평가 간격</translation>
    </message>
    <message>
        <source>Evaluated sentences</source>
        <translation>평가 문장</translation>
    </message>
    <message>
        <source>Probes from</source>
        <translation>프로브 출처</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>프로브</translation>
    </message>
    <message>
        <source>Active unit</source>
        <translation>활성 유닛</translation>
    </message>
    <message>
        <source>Verdict: spread</source>
        <translation>판정: 퍼짐</translation>
    </message>
    <message>
        <source>Verdict: correlation</source>
        <translation>판정: 상관계수</translation>
    </message>
    <message>
        <source>Verdict: gap</source>
        <translation>판정: 격차</translation>
    </message>
    <message>
        <source>synthetic for the sequences of He et al. 2019, or a text file with one sentence per line (.txt or .txt.gz)</source>
        <translation>He et al. 2019의 시퀀스를 쓰려면 synthetic, 또는 한 줄에 문장 하나인 텍스트 파일 (.txt 또는 .txt.gz)</translation>
    </message>
    <message>
        <source>Fixes the synthetic sentences; He et al. 2019 used this number with another generator of random numbers</source>
        <translation>합성 문장을 고정합니다. He et al. 2019는 이 숫자를 다른 난수 생성기에 썼습니다</translation>
    </message>
    <message>
        <source>Synthetic sentences to train on (He et al. 2019: 16,000)</source>
        <translation>학습할 합성 문장의 수 (He et al. 2019: 16,000)</translation>
    </message>
    <message>
        <source>Synthetic sentences to validate on (He et al. 2019: 2,000)</source>
        <translation>검증할 합성 문장의 수 (He et al. 2019: 2,000)</translation>
    </message>
    <message>
        <source>Synthetic sentences kept for the test (He et al. 2019: 2,000)</source>
        <translation>테스트용으로 남겨 둔 합성 문장의 수 (He et al. 2019: 2,000)</translation>
    </message>
    <message>
        <source>Different words the generator can use (He et al. 2019: 1,000)</source>
        <translation>생성기가 쓸 수 있는 서로 다른 단어의 수 (He et al. 2019: 1,000)</translation>
    </message>
    <message>
        <source>Words in every synthetic sentence (He et al. 2019: 10)</source>
        <translation>합성 문장 하나의 단어 수 (He et al. 2019: 10)</translation>
    </message>
    <message>
        <source>The generator&apos;s latent-to-vocabulary weights are uniform in plus or minus this (He et al. 2019: 5); larger makes sentences depend on the latent more</source>
        <translation>생성기의 잠재 변수에서 어휘로 가는 가중치는 ± 이 값 사이에서 균등합니다 (He et al. 2019: 5). 클수록 문장이 잠재 변수에 더 의존합니다</translation>
    </message>
    <message>
        <source>Fixes every random draw of the run: weights, order, noise, dropout</source>
        <translation>실행의 모든 무작위 추출(가중치, 순서, 노이즈, 드롭아웃)을 고정합니다</translation>
    </message>
    <message>
        <source>Width of the encoder&apos;s and of the decoder&apos;s word embeddings</source>
        <translation>인코더와 디코더 단어 임베딩의 너비</translation>
    </message>
    <message>
        <source>Width of the encoder&apos;s LSTM</source>
        <translation>인코더 LSTM의 너비</translation>
    </message>
    <message>
        <source>Width of the decoder&apos;s LSTM</source>
        <translation>디코더 LSTM의 너비</translation>
    </message>
    <message>
        <source>Probability of dropping a unit of the decoder&apos;s word embeddings in training (He et al. 2019: 0.5)</source>
        <translation>학습에서 디코더 단어 임베딩의 유닛을 떨어뜨릴 확률 (He et al. 2019: 0.5)</translation>
    </message>
    <message>
        <source>Probability of dropping a unit of the decoder&apos;s features before the vocabulary in training (He et al. 2019: 0.5)</source>
        <translation>학습에서 어휘 직전 디코더 특징의 유닛을 떨어뜨릴 확률 (He et al. 2019: 0.5)</translation>
    </message>
    <message>
        <source>Every weight but the embeddings starts uniform in plus or minus this (He et al. 2019: 0.01; Kim et al. 2018: 0.1)</source>
        <translation>임베딩을 뺀 모든 가중치는 ± 이 값 사이에서 균등하게 시작합니다 (He et al. 2019: 0.01; Kim et al. 2018: 0.1)</translation>
    </message>
    <message>
        <source>Word embeddings start uniform in plus or minus this (He et al. 2019: 0.1)</source>
        <translation>단어 임베딩은 ± 이 값 사이에서 균등하게 시작합니다 (He et al. 2019: 0.1)</translation>
    </message>
    <message>
        <source>How the encoder&apos;s states become one feature: the last one, or mean or max over time (Long et al. 2019); absmax, the value farthest from 0, is our own</source>
        <translation>인코더의 상태들을 하나의 특징으로 만드는 방법: 마지막 상태, 또는 시간에 대한 평균이나 최대 (Long et al. 2019). 0에서 가장 먼 값인 absmax는 우리가 만든 것입니다</translation>
    </message>
    <message>
        <source>Feeds z to the features before the vocabulary too (Dieng et al. 2019)</source>
        <translation>어휘 직전의 특징에도 z를 넣습니다 (Dieng et al. 2019)</translation>
    </message>
    <message>
        <source>Trains the encoder to its limit before each decoder update (He et al. 2019, algorithm 1): off, auto until validation MI falls, or always on</source>
        <translation>디코더를 갱신할 때마다 먼저 인코더를 한계까지 학습합니다 (He et al. 2019, 알고리즘 1): 꺼짐, 검증 MI가 줄어들 때까지 자동, 또는 항상 켜짐</translation>
    </message>
    <message>
        <source>Factor on the KL term of the objective; 1 is the ELBO, below 1 a beta-VAE (Higgins et al. 2017)</source>
        <translation>목적 함수의 KL 항에 곱하는 계수. 1이면 ELBO, 1보다 작으면 beta-VAE (Higgins et al. 2017)</translation>
    </message>
    <message>
        <source>SGD without momentum (He et al. 2019, text) or Adam; encoder and decoder have one each</source>
        <translation>모멘텀 없는 SGD (He et al. 2019, 텍스트) 또는 Adam. 인코더와 디코더가 하나씩 가집니다</translation>
    </message>
    <message>
        <source>Step size of the decoder, and of the encoder unless that has its own (He et al. 2019: 1 with SGD, 0.001 with Adam)</source>
        <translation>디코더의 보폭. 인코더에 따로 정하지 않으면 인코더의 보폭이기도 합니다 (He et al. 2019: SGD는 1, Adam은 0.001)</translation>
    </message>
    <message>
        <source>Step size of the encoder; 0: as the decoder&apos;s</source>
        <translation>인코더의 보폭. 0이면 디코더와 같음</translation>
    </message>
    <message>
        <source>Leaves the encoder&apos;s weights as they are</source>
        <translation>인코더의 가중치를 그대로 둡니다</translation>
    </message>
    <message>
        <source>Leaves the decoder&apos;s weights as they are</source>
        <translation>디코더의 가중치를 그대로 둡니다</translation>
    </message>
    <message>
        <source>Sentences in a batch, all of one length (He et al. 2019: 16 here, 32 for text)</source>
        <translation>배치 하나의 문장 수, 모두 같은 길이 (He et al. 2019: 여기서는 16, 텍스트는 32)</translation>
    </message>
    <message>
        <source>Decoder updates after which the run is finished</source>
        <translation>이만큼 디코더를 갱신하면 실행이 끝납니다</translation>
    </message>
    <message>
        <source>Limit on the joint gradient norm of encoder and decoder (He et al. 2019: 5)</source>
        <translation>인코더와 디코더를 합친 기울기 노름의 한도 (He et al. 2019: 5)</translation>
    </message>
    <message>
        <source>Encoder updates over which the inner rule averages the loss before it compares (He et al. 2019: 15 for text)</source>
        <translation>내부 규칙이 비교하기 전에 손실을 평균하는 인코더 갱신 수 (He et al. 2019: 텍스트는 15)</translation>
    </message>
    <message>
        <source>The inner loop ends before this many encoder updates (He et al. 2019: 100)</source>
        <translation>내부 루프는 인코더 갱신이 이 수에 이르기 전에 끝납니다 (He et al. 2019: 100)</translation>
    </message>
    <message>
        <source>Epochs without a better validation ELBO before the learning rate is cut (He et al. 2019: 2); 0: never cut</source>
        <translation>검증 ELBO가 나아지지 않은 에포크가 이만큼이면 학습률을 낮춥니다 (He et al. 2019: 2). 0: 낮추지 않음</translation>
    </message>
    <message>
        <source>Epoch before which the learning rate is not cut (He et al. 2019: 15 for text, 0 here)</source>
        <translation>이 에포크 전에는 학습률을 낮추지 않습니다 (He et al. 2019: 텍스트는 15, 여기서는 0)</translation>
    </message>
    <message>
        <source>What a cut multiplies the learning rate with (He et al. 2019: 0.5)</source>
        <translation>낮출 때 학습률에 곱하는 값 (He et al. 2019: 0.5)</translation>
    </message>
    <message>
        <source>Training ends at this many cuts of the learning rate (He et al. 2019: 5)</source>
        <translation>학습률을 이만큼 낮추면 학습이 끝납니다 (He et al. 2019: 5)</translation>
    </message>
    <message>
        <source>Updates between scheduled evaluations, the only ones that decide anything; 0: at the end of each epoch</source>
        <translation>예정된 평가 사이의 갱신 수. 이 평가만이 결정을 내립니다. 0: 매 에포크 끝</translation>
    </message>
    <message>
        <source>How many validation sentences a scheduled evaluation uses; 0: all</source>
        <translation>예정된 평가가 쓰는 검증 문장의 수. 0: 전부</translation>
    </message>
    <message>
        <source>Which sentences the posterior mean space shows, the first ones of training (He et al. 2019, figure 2) or of validation</source>
        <translation>사후 평균 공간에 보일 문장: 학습의 첫 문장들 (He et al. 2019, 그림 2) 또는 검증의 첫 문장들</translation>
    </message>
    <message>
        <source>How many sentences the posterior mean space shows (He et al. 2019: 500)</source>
        <translation>사후 평균 공간에 보일 문장의 수 (He et al. 2019: 500)</translation>
    </message>
    <message>
        <source>A latent dimension is active when its posterior mean&apos;s variance is at least this (Burda et al. 2016: 0.01)</source>
        <translation>사후 평균의 분산이 이 값 이상이면 잠재 차원이 활성입니다 (Burda et al. 2016: 0.01)</translation>
    </message>
    <message>
        <source>A spread of posterior means below this counts as none</source>
        <translation>사후 평균의 퍼짐이 이보다 작으면 없는 것으로 봅니다</translation>
    </message>
    <message>
        <source>In step needs a correlation of true and approximate means above this</source>
        <translation>판정이 일치가 되려면 참 평균과 근사 평균의 상관계수가 이보다 커야 합니다</translation>
    </message>
    <message>
        <source>In step needs a mean gap below this share of the true means&apos; spread</source>
        <translation>판정이 일치가 되려면 평균 격차가 참 평균의 퍼짐에 대한 이 비율보다 작아야 합니다</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>문장</translation>
    </message>
    <message>
        <source>words</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>units</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>cuts</source>
        <translation>회</translation>
    </message>
    <message>
        <source>Name a text file, or synthetic.</source>
        <translation>텍스트 파일을 지정하거나 synthetic을 입력하세요.</translation>
    </message>
    <message>
        <source>The synthetic data bring their own validation split: leave validation empty, or name a training text.</source>
        <translation>합성 데이터에는 자체 검증 분할이 있습니다. 검증 텍스트를 비워 두거나, 학습 텍스트를 파일로 지정하세요.</translation>
    </message>
    <message>
        <source>The synthetic data bring their own test split: leave test empty, or name a training text.</source>
        <translation>합성 데이터에는 자체 테스트 분할이 있습니다. 테스트 텍스트를 비워 두거나, 학습 텍스트를 파일로 지정하세요.</translation>
    </message>
    <message>
        <source>With encoder and decoder frozen nothing is trained: free one of them.</source>
        <translation>인코더와 디코더를 모두 고정하면 아무것도 학습되지 않습니다. 하나를 풀어 주세요.</translation>
    </message>
    <message>
        <source>Each shard needs a sentence: shards must not be above batch.</source>
        <translation>샤드마다 문장이 필요합니다. 샤드는 배치보다 클 수 없습니다.</translation>
    </message>
    <message>
        <source>Inner clip</source>
        <translation>내부 갱신 클립</translation>
    </message>
    <message>
        <source>What an encoder-only update clips on: the joint norm (He et al. 2019, released code), or the encoder&apos;s own norm, which needs no decoder gradients and is faster but is not the published rule</source>
        <translation>인코더만의 갱신이 무엇을 기준으로 클립하는지: 합동 노름 (He et al. 2019, 공개 코드) 또는 인코더 자체의 노름. 후자는 디코더 기울기가 필요 없어 빠르지만 논문의 규칙이 아닙니다</translation>
    </message>
    <message>
        <source>Parts a batch is split into. 1: one core trains, the other measures. 2: both cores train one run, which suits it with no other work beside it, and share the measuring; the result differs in its last bits</source>
        <translation>배치를 쪼갠 조각 수. 1: 한 코어가 학습하고 다른 코어가 측정합니다. 2: 두 코어가 한 실행을 함께 학습하고 측정도 나눕니다. 다른 작업이 없을 때 알맞습니다. 결과의 마지막 비트가 달라집니다</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>검증 비율</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>Held-out sentences</source>
        <translation>홀드아웃 문장</translation>
    </message>
    <message>
        <source>Shortest sentence</source>
        <translation>가장 짧은 문장</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>가장 긴 문장</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>어휘 크기</translation>
    </message>
    <message>
        <source>Embedding dropout</source>
        <translation>임베딩 드롭아웃</translation>
    </message>
    <message>
        <source>KL hold</source>
        <translation>KL 유지</translation>
    </message>
    <message>
        <source>KL cycles</source>
        <translation>KL 사이클 수</translation>
    </message>
    <message>
        <source>KL period</source>
        <translation>KL 사이클 길이</translation>
    </message>
    <message>
        <source>KL ramp share</source>
        <translation>KL 상승 비율</translation>
    </message>
    <message>
        <source>KL ramp shape</source>
        <translation>KL 상승 형태</translation>
    </message>
    <message>
        <source>Free bits</source>
        <translation>프리 비트</translation>
    </message>
    <message>
        <source>Pretraining</source>
        <translation>사전 학습</translation>
    </message>
    <message>
        <source>Inner updates</source>
        <translation>내부 갱신</translation>
    </message>
    <message>
        <source>Text file that scheduled evaluations use; empty: the generator&apos;s own split, or a share of the training text</source>
        <translation>예정된 평가가 쓰는 텍스트 파일. 비워 두면 생성기의 자체 분할, 또는 학습 텍스트의 일부</translation>
    </message>
    <message>
        <source>Text file for final figures; empty: as validation, or a share of the training text</source>
        <translation>최종 수치에 쓰는 텍스트 파일. 비워 두면 검증과 같음, 또는 학습 텍스트의 일부</translation>
    </message>
    <message>
        <source>Whether each line of text is LABEL, tab, sentence; auto: it is when every line of the training text has one tab, after a single word, and there are at most 1,000 different ones</source>
        <translation>텍스트의 각 줄이 레이블, 탭, 문장으로 되어 있는지 여부. 자동: 학습 텍스트의 모든 줄에서 한 단어 뒤에 탭이 하나 있고 그 단어가 1,000종류 이하이면 그렇다고 봅니다</translation>
    </message>
    <message>
        <source>How much of the training text is kept for validation when no validation text is named; rounded down to whole sentences, at least one</source>
        <translation>검증 텍스트를 지정하지 않았을 때 학습 텍스트에서 검증용으로 남겨 둘 비율. 문장 단위로 내림하며 적어도 한 문장</translation>
    </message>
    <message>
        <source>How much of the training text is kept for the test when no test text is named; 0: the test has the sentences of validation</source>
        <translation>테스트 텍스트를 지정하지 않았을 때 학습 텍스트에서 테스트용으로 남겨 둘 비율. 0: 검증 문장으로 테스트</translation>
    </message>
    <message>
        <source>Which sentences of the training text are kept for validation and test: the last ones, or spread evenly, for a text that is sorted</source>
        <translation>학습 텍스트의 어느 문장을 검증과 테스트용으로 남겨 둘지: 마지막 문장들, 또는 고르게 퍼진 문장들(정렬된 텍스트용)</translation>
    </message>
    <message>
        <source>Sentences of a text file with fewer words are left out (Kim et al. 2018: 1)</source>
        <translation>텍스트 파일에서 단어가 이보다 적은 문장은 제외합니다 (Kim et al. 2018: 1)</translation>
    </message>
    <message>
        <source>Sentences of a text file with more words are left out (Kim et al. 2018: 200); 0: none are, and a line of more than 2,000 words is an error</source>
        <translation>텍스트 파일에서 단어가 이보다 많은 문장은 제외합니다 (Kim et al. 2018: 200). 0: 제외하지 않으며, 2,000단어를 넘는 줄은 오류입니다</translation>
    </message>
    <message>
        <source>How many words of a text file the model knows, the most frequent ones of the training text, of equals those that come first (Kim et al. 2018: 70,000); 0: all</source>
        <translation>모델이 아는 텍스트 파일 단어의 수. 학습 텍스트에서 빈도가 높은 순서로, 빈도가 같으면 먼저 나오는 단어부터 고릅니다 (Kim et al. 2018: 70,000). 0: 전부</translation>
    </message>
    <message>
        <source>Words that the training text has fewer times than this are read as unknown</source>
        <translation>학습 텍스트에서 이보다 적게 나오는 단어는 미등록 단어로 읽습니다</translation>
    </message>
    <message>
        <source>Probability that a word the decoder reads becomes &lt;unk&gt; in training (Bowman et al. 2016); the words it predicts and the encoder&apos;s stay</source>
        <translation>학습에서 디코더가 읽는 단어를 &lt;unk&gt;로 바꿀 확률 (Bowman et al. 2016). 디코더가 예측하는 단어와 인코더의 단어는 그대로 둡니다</translation>
    </message>
    <message>
        <source>How the KL weight comes to its value: constant, rising linearly (Bowman et al. 2016), rising again in every cycle (cyclical, Fu et al. 2019), or held at the start before it rises (hold, He et al. 2019)</source>
        <translation>KL 가중치가 설정값에 이르는 방법: 일정, 선형으로 상승 (Bowman et al. 2016), 사이클마다 다시 상승 (cyclical, Fu et al. 2019), 또는 시작값을 유지한 뒤 상승 (hold, He et al. 2019)</translation>
    </message>
    <message>
        <source>Where a rising schedule, or each of its cycles, begins (He et al. 2019: 0.1 for linear, 0 for hold; Fu et al. 2019: 0)</source>
        <translation>상승하는 스케줄, 또는 그 각 사이클의 시작값 (He et al. 2019: 선형은 0.1, hold는 0; Fu et al. 2019: 0)</translation>
    </message>
    <message>
        <source>How long the linear schedule, or the ramp of hold, rises (He et al. 2019: 10)</source>
        <translation>선형 스케줄, 또는 hold의 상승 구간이 상승하는 길이 (He et al. 2019: 10)</translation>
    </message>
    <message>
        <source>How long the hold schedule keeps the KL weight at its start before the ramp</source>
        <translation>hold 스케줄이 상승 전에 KL 가중치를 시작값으로 유지하는 길이</translation>
    </message>
    <message>
        <source>Cycles of the cyclical schedule over the run&apos;s updates, where no period is given (Fu et al. 2019: 4)</source>
        <translation>사이클 길이를 지정하지 않았을 때, 실행의 전체 갱신에 걸친 cyclical 스케줄의 사이클 수 (Fu et al. 2019: 4)</translation>
    </message>
    <message>
        <source>Length of a cycle of the cyclical schedule, repeated to the end of the run; 0: the run&apos;s updates divided by the KL cycles</source>
        <translation>cyclical 스케줄의 사이클 하나의 길이. 실행이 끝날 때까지 반복합니다. 0: 실행의 갱신 수를 KL 사이클 수로 나눈 값</translation>
    </message>
    <message>
        <source>Share of a cycle in which the KL weight rises; it then stays (Fu et al. 2019: 0.5)</source>
        <translation>사이클에서 KL 가중치가 상승하는 비율. 그 뒤에는 그대로 머뭅니다 (Fu et al. 2019: 0.5)</translation>
    </message>
    <message>
        <source>How the KL weight rises in a cycle (Fu et al. 2019)</source>
        <translation>사이클 안에서 KL 가중치가 상승하는 방식 (Fu et al. 2019)</translation>
    </message>
    <message>
        <source>KL up to this target costs nothing and has no gradient: in nats for each dimension with the kind dimension, else in nats for all dimensions together (Kingma et al. 2016; Li et al. 2019: 8 for 32 dimensions); 0: none. Reported KL and ELBO do without it</source>
        <translation>이 목표까지의 KL은 비용이 없고 기울기도 없습니다. 단위는 nats이며, 대상이 dimension이면 차원마다, 아니면 모든 차원을 합한 값입니다 (Kingma et al. 2016; Li et al. 2019: 32차원에 8). 0: 없음. 보고되는 KL과 ELBO에는 적용하지 않습니다</translation>
    </message>
    <message>
        <source>What the target is compared with: each dimension&apos;s KL averaged over the batch (dimension, Kingma et al. 2016); or, of Li et al. 2019, each example&apos;s KL (example), the batch&apos;s average (batch), or each example&apos;s KL in each dimension, with the target divided by the dimensions (example_dimension)</source>
        <translation>목표와 비교할 값: 배치에서 평균한 각 차원의 KL (dimension, Kingma et al. 2016), 또는 Li et al. 2019의 각 예제의 KL (example), 배치의 평균 (batch), 각 예제의 각 차원의 KL (example_dimension, 목표는 차원 수로 나눔)</translation>
    </message>
    <message>
        <source>Epochs as an autoencoder, with KL weight 0 and no aggressive updates; then the decoder is drawn afresh and schedule, free bits and patience begin (Li et al. 2019); 0: none</source>
        <translation>오토인코더로 학습하는 에포크 수. KL 가중치는 0이고 공격적 갱신은 없습니다. 그 뒤 디코더를 재초기화하고 스케줄, 프리 비트, 인내 에포크를 시작합니다 (Li et al. 2019). 0: 없음</translation>
    </message>
    <message>
        <source>Encoder updates before each decoder update while aggressive updates are on: exactly this many (He et al. 2019, ablation: 10); 0: until the inner rule ends them</source>
        <translation>공격적 갱신이 켜져 있는 동안 디코더를 갱신할 때마다 먼저 하는 인코더 갱신의 수. 정확히 이만큼 (He et al. 2019, 절제 실험: 10). 0: 내부 규칙이 끝낼 때까지</translation>
    </message>
    <message>
        <source>times</source>
        <translation>회</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>사이클</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Validation and test together must leave sentences to train on: lower one of the shares.</source>
        <translation>검증과 테스트를 합쳐도 학습할 문장이 남아야 합니다. 비율 하나를 낮추세요.</translation>
    </message>
    <message>
        <source>No sentence is left: sentence_longest must not be below sentence_shortest.</source>
        <translation>남는 문장이 없습니다. sentence_longest는 sentence_shortest보다 작을 수 없습니다.</translation>
    </message>
    <message>
        <source>The schedule rises: kl_start must not be above kl_weight.</source>
        <translation>스케줄은 상승합니다. kl_start는 kl_weight보다 클 수 없습니다.</translation>
    </message>
    <message>
        <source>Encoder layers</source>
        <translation>인코더 층 수</translation>
    </message>
    <message>
        <source>Decoder layers</source>
        <translation>디코더 층 수</translation>
    </message>
    <message>
        <source>Encoder direction</source>
        <translation>인코더 방향</translation>
    </message>
    <message>
        <source>Decoder start</source>
        <translation>디코더 초기 상태</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Refinement steps</source>
        <translation>정제 단계 수</translation>
    </message>
    <message>
        <source>Refinement gradient</source>
        <translation>정제 기울기</translation>
    </message>
    <message>
        <source>Refinement start</source>
        <translation>정제 시작점</translation>
    </message>
    <message>
        <source>Refinement learning rate</source>
        <translation>정제 학습률</translation>
    </message>
    <message>
        <source>Refinement momentum</source>
        <translation>정제 모멘텀</translation>
    </message>
    <message>
        <source>Refinement clip</source>
        <translation>정제 클립</translation>
    </message>
    <message>
        <source>Refinement difference</source>
        <translation>정제 차분</translation>
    </message>
    <message>
        <source>Refinement distance</source>
        <translation>정제 차분 거리</translation>
    </message>
    <message>
        <source>Posterior samples</source>
        <translation>사후 분포 샘플 수</translation>
    </message>
    <message>
        <source>Size of z (He et al. 2019: 1 for the posterior mean space, 32 for text); true posterior means are exact for 1. 0: a language model without latent and encoder, the baseline with exact NLL</source>
        <translation>z의 크기 (He et al. 2019: 사후 평균 공간은 1, 텍스트는 32). 1이면 참 사후 평균이 정확합니다. 0: 잠재 변수와 인코더가 없는 언어 모델, NLL이 정확한 기준 모델</translation>
    </message>
    <message>
        <source>LSTM layers of the encoder; none of the papers uses more than 1</source>
        <translation>인코더의 LSTM 층 수. 1보다 많이 쓰는 논문은 없습니다</translation>
    </message>
    <message>
        <source>LSTM layers of the decoder; with the skip path z goes into each of them (Dieng et al. 2019)</source>
        <translation>디코더의 LSTM 층 수. 스킵 연결을 쓰면 모든 층에 z를 넣습니다 (Dieng et al. 2019)</translation>
    </message>
    <message>
        <source>Forward, or both: an LSTM in each direction, and features twice as wide; last is then the forward direction&apos;s last state beside the backward one&apos;s at the first word</source>
        <translation>순방향 또는 양방향: 방향마다 LSTM을 하나씩 두며 특징의 너비는 두 배입니다. 이때 last는 순방향의 마지막 상태와 역방향의 첫 단어에서의 상태를 나란히 둔 것입니다</translation>
    </message>
    <message>
        <source>How z starts the decoder&apos;s last layer: he, cell linear in z and state its tanh (He et al. 2019); kim, state linear in z and cell 0 (Kim et al. 2018)</source>
        <translation>z로 디코더의 마지막 층을 초기화하는 방법: he는 셀이 z의 선형 변환이고 상태는 그 tanh (He et al. 2019). kim은 상태가 z의 선형 변환이고 셀은 0 (Kim et al. 2018)</translation>
    </message>
    <message>
        <source>Gives the linear layers (decoder start, encoder head, vocabulary) a bias, as Kim et al. 2018; He et al. 2019 has none</source>
        <translation>선형층(디코더 초기 상태, 인코더 헤드, 어휘)에 편향을 둡니다. Kim et al. 2018과 같음. He et al. 2019에는 없습니다</translation>
    </message>
    <message>
        <source>SVI steps that refine each posterior before the loss is taken (Kim et al. 2018, SA-VAE: 20; He et al. 2019 ran it with 10); 0: none</source>
        <translation>손실을 구하기 전에 각 사후 분포를 정제하는 SVI 단계 수 (Kim et al. 2018, SA-VAE: 20; He et al. 2019에서는 10으로 실행). 0: 없음</translation>
    </message>
    <message>
        <source>How the refined loss reaches the encoder: through the refinement steps (SA-VAE, Kim et al. 2018), first order (our shortcut), none: the encoder has its own ELBO (VAE+SVI), or kl: it follows the refined posterior (VAE+SVI+KL)</source>
        <translation>정제된 손실이 인코더에 전달되는 방법: 정제 단계 전체를 통과 (SA-VAE, Kim et al. 2018), 1차 (우리가 만든 간략법), none: 인코더가 자체 ELBO로 학습 (VAE+SVI), 또는 kl: 정제된 사후 분포를 따라감 (VAE+SVI+KL)</translation>
    </message>
    <message>
        <source>Where refinement begins: at the encoder&apos;s posterior, or at the prior, which leaves the encoder untrained (SVI in Kim et al. 2018)</source>
        <translation>정제를 시작하는 곳: 인코더의 사후 분포 또는 사전 분포. 후자는 인코더를 학습하지 않습니다 (Kim et al. 2018의 SVI)</translation>
    </message>
    <message>
        <source>Step size of the refinement, on the mean loss of a batch (Kim et al. 2018: 1)</source>
        <translation>정제의 보폭. 배치의 평균 손실에 대한 값 (Kim et al. 2018: 1)</translation>
    </message>
    <message>
        <source>Share of each refinement step that is kept in the next (Kim et al. 2018: 0.5)</source>
        <translation>각 정제 단계에서 다음 단계로 이어지는 비율 (Kim et al. 2018: 0.5)</translation>
    </message>
    <message>
        <source>Limit on the gradient norms of each refinement step and of each step of the way back (Kim et al. 2018: 5)</source>
        <translation>각 정제 단계와 그 역전파의 각 단계에서 기울기 노름의 한도 (Kim et al. 2018: 5)</translation>
    </message>
    <message>
        <source>Second derivatives are differences of two gradients. norm: posteriors are moved by a distance fixed in all; fixed: by 1e-5 times the direction (Kim et al. 2018), which float resolves badly</source>
        <translation>2차 미분은 두 기울기의 차분으로 구합니다. norm: 사후 분포를 전체로 일정한 거리만큼 옮김. fixed: 방향의 1e-5배만큼 옮김 (Kim et al. 2018). float로는 정밀도가 부족합니다</translation>
    </message>
    <message>
        <source>How far posteriors are moved to take a difference</source>
        <translation>차분을 구하기 위해 사후 분포를 옮기는 거리</translation>
    </message>
    <message>
        <source>With more than two latent dimensions true posterior means are estimated by importance sampling: effective samples for each probe, of up to six times as many draws; 0: approximate means only, which is faster; -1: 200 where the decoder has at most 300,000 weights, else 0</source>
        <translation>잠재 차원이 2개보다 많으면 참 사후 평균을 중요도 샘플링으로 추정합니다: 프로브마다의 유효 샘플 수. 추출은 그 6배까지. 0: 근사 평균만 구하며 더 빠름. -1: 디코더의 가중치가 300,000개 이하이면 200, 아니면 0</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Minimum word count</source>
        <translation>최소 단어 빈도</translation>
    </message>
    <message>
        <source>Free bits per</source>
        <translation>프리 비트 대상</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>사후 분포</translation>
    </message>
    <message>
        <source>Mean scale</source>
        <translation>평균 스케일</translation>
    </message>
    <message>
        <source>KL floor</source>
        <translation>KL 하한</translation>
    </message>
    <message>
        <source>Importance samples</source>
        <translation>중요도 샘플 수</translation>
    </message>
    <message>
        <source>The last scheduled evaluation of a run that comes to its end also estimates the NLL by importance sampling (IW-NLL), with this many samples for each evaluated sentence (He et al. 2019: 500); 0: it does not. Each costs a decoder pass; a language model&apos;s NLL is exact and takes one</source>
        <translation>실행이 끝에 이르면 마지막 예정된 평가에서 중요도 샘플링으로 NLL도 추정합니다 (IW-NLL). 평가하는 문장마다 이만큼의 샘플을 씁니다 (He et al. 2019: 500). 0: 추정하지 않음. 샘플마다 디코더를 한 번 통과합니다. 언어 모델의 NLL은 정확하며 한 번이면 됩니다</translation>
    </message>
    <message>
        <source>What keeps the posterior from the prior by construction: gaussian, nothing; batch_norm, means are batch-normalised over the batch with a fixed weight (BN-VAE, Zhu et al. 2020); delta, each dimension&apos;s KL has a floor (delta-VAE, Razavi et al. 2019, per dimension and without their AR(1) prior). Either way KL is forced and need not carry information: MI tells, KL does not</source>
        <translation>사후 분포가 사전 분포와 같아지지 않도록 구조로 막는 방법: gaussian은 막지 않음. batch_norm은 평균을 고정된 가중치로 배치에서 정규화 (BN-VAE, Zhu et al. 2020). delta는 각 차원의 KL에 하한을 둠 (delta-VAE, Razavi et al. 2019, 차원별이며 논문의 AR(1) 사전 분포는 없음). 어느 쪽이든 KL은 강제된 것이므로 정보를 담는다는 보장이 없습니다. 이를 알려 주는 것은 KL이 아니라 MI입니다</translation>
    </message>
    <message>
        <source>With the posterior batch_norm: weight of the normalised means (Zhu et al. 2020: 0.5 to 0.7). Each dimension&apos;s KL is half its square or more as soon as the encoder&apos;s own means spread by more than 0.01; means that begin within 0.003 can stay there and slip through the epsilon of 1e-5: then let the KL weight rise from 0, or begin with larger weights. The bias is trained, evaluation uses running statistics, and a batch of one sentence is passed over in training</source>
        <translation>사후 분포가 batch_norm일 때 정규화한 평균의 가중치 (Zhu et al. 2020: 0.5~0.7). 인코더 자체의 평균이 0.01보다 크게 퍼지면 각 차원의 KL은 이 값의 제곱의 절반 이상이 됩니다. 0.003 이내에서 시작한 평균은 거기에 머물며 엡실론 1e-5 때문에 정규화를 빠져나갈 수 있습니다. 그럴 때는 KL 가중치를 0부터 올리거나 더 큰 가중치로 시작하세요. 편향은 학습되고, 평가는 이동 통계량을 쓰며, 문장이 하나뿐인 배치는 학습에서 건너뜁니다</translation>
    </message>
    <message>
        <source>With the posterior delta: KL that each dimension of each posterior has at least (Razavi et al. 2019; Zhu et al. 2020: 0.15)</source>
        <translation>사후 분포가 delta일 때 각 사후 분포의 각 차원이 가지는 최소 KL (Razavi et al. 2019; Zhu et al. 2020: 0.15)</translation>
    </message>
    <message>
        <source>With posterior=batch_norm a batch needs at least 2 sentences to normalise over.</source>
        <translation>posterior=batch_norm이면 정규화하는 데 배치마다 문장이 2개 이상 필요합니다.</translation>
    </message>
    <message>
        <source>A language model (latent 0) has no posterior: set posterior=gaussian.</source>
        <translation>언어 모델(잠재 차원 0)에는 사후 분포가 없습니다. posterior=gaussian으로 설정하세요.</translation>
    </message>
</context>
<context>
    <name>SummaryExport</name>
    <message>
        <source>Export the table of runs</source>
        <translation>실행 표 내보내기</translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message>
        <source>Rename run</source>
        <translation>실행 이름 바꾸기</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>메모 편집</translation>
    </message>
    <message>
        <source>Group runs</source>
        <translation>실행 그룹 지정</translation>
    </message>
    <message>
        <source>Show run</source>
        <translation>실행 표시</translation>
    </message>
    <message>
        <source>Hide run</source>
        <translation>실행 숨기기</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>실행 삭제</translation>
    </message>
    <message>
        <source>Change parameters</source>
        <translation>매개변수 변경</translation>
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
        <translation>%1 nats</translation>
    </message>
    <message>
        <source>all %L1 differ</source>
        <translation>%L1개 모두 서로 다름</translation>
    </message>
    <message>
        <source>%L1 of %L2 differ</source>
        <translation>%L2개 중 %L1개 서로 다름</translation>
    </message>
    <message>
        <source>%1: words are drawn</source>
        <translation>%1: 단어를 추출함</translation>
    </message>
    <message>
        <source>all alike: there is no z</source>
        <translation>모두 같음: z가 없음</translation>
    </message>
    <message>
        <source>all alike from end to end: z says nothing</source>
        <translation>처음부터 끝까지 모두 같음: z가 말해 주는 것 없음</translation>
    </message>
    <message>
        <source>all alike: z says nothing</source>
        <translation>모두 같음: z가 말해 주는 것 없음</translation>
    </message>
    <message>
        <source>%1 of the words came back</source>
        <translation>단어의 %1 복원</translation>
    </message>
    <message>
        <source>%1 came back</source>
        <translation>%1 복원</translation>
    </message>
    <message>
        <source>%1 of the words came back, %2 without z</source>
        <translation>단어의 %1 복원, z 없이 %2</translation>
    </message>
    <message>
        <source>%1 came back, %2 without z</source>
        <translation>%1 복원, z 없이 %2</translation>
    </message>
    <message>
        <source>Words are drawn here, so sentences differ even where z says nothing. Greedy shows what z does.</source>
        <translation>여기서는 단어를 추출하므로 z가 아무것도 말해 주지 않아도 문장이 서로 다릅니다. z가 하는 일은 그리디에서 보입니다.</translation>
    </message>
    <message>
        <source>How many different sentences there are. Where z says nothing the decoder writes the same from every z.</source>
        <translation>서로 다른 문장의 수. z가 아무것도 말해 주지 않으면 디코더는 어떤 z에서든 같은 문장을 생성합니다.</translation>
    </message>
    <message>
        <source>Came back: share of the originals&apos; words that stand at the same place. Without z: of the one sentence that is written from z = 0.</source>
        <translation>복원: 원문의 단어 가운데 같은 자리에 있는 것의 비율. z 없이: z = 0에서 생성한 한 문장의 비율.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>생성: %1</translation>
    </message>
    <message>
        <source>From z = 0: %1</source>
        <translation>z = 0에서: %1</translation>
    </message>
    <message>
        <source>%1 of the way from the first example to the second</source>
        <translation>첫 예제에서 둘째 예제까지의 %1 지점</translation>
    </message>
    <message>
        <source>Original: %1</source>
        <translation>원문: %1</translation>
    </message>
    <message>
        <source>log p(words|z) = %1</source>
        <translation>log p(단어|z) = %1</translation>
    </message>
    <message>
        <source>log p(original|z) = %1</source>
        <translation>log p(원문|z) = %1</translation>
    </message>
    <message>
        <source>The same as is written without z, from z = 0.</source>
        <translation>z 없이, 곧 z = 0에서 생성한 것과 같습니다.</translation>
    </message>
    <message>
        <source>Cut: it had not ended.</source>
        <translation>잘림: 아직 끝나지 않은 문장입니다.</translation>
    </message>
</context>
<context>
    <name>collapsar::AnimationDialog</name>
    <message>
        <source>Export the replay</source>
        <translation>리플레이 내보내기</translation>
    </message>
    <message>
        <source>Preview of the last frame</source>
        <translation>마지막 프레임 미리 보기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Animated GIF</source>
        <translation>움직이는 GIF</translation>
    </message>
    <message>
        <source>PNG pictures, numbered, in a folder</source>
        <translation>폴더에 번호를 붙인 PNG 그림</translation>
    </message>
    <message>
        <source>First update</source>
        <translation>첫 갱신</translation>
    </message>
    <message>
        <source>Last update</source>
        <translation>마지막 갱신</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>초당 프레임 수</translation>
    </message>
    <message>
        <source>so that it takes %1 s</source>
        <translation>%1초가 되도록</translation>
    </message>
    <message>
        <source>Updates per frame</source>
        <translation>프레임당 갱신</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>형식(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Updates</source>
        <translation>갱신(&amp;U)</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>Frames per &amp;second</source>
        <translation>초당 프레임 수(&amp;S)</translation>
    </message>
    <message>
        <source>Updates per fra&amp;me</source>
        <translation>프레임당 갱신(&amp;M)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>&amp;Curves of KL and mutual information</source>
        <translation>KL과 상호 정보량의 곡선(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Browse ...</source>
        <translation>찾아보기(&amp;B) ...</translation>
    </message>
    <message>
        <source>Si&amp;ze in pixels</source>
        <translation>크기 (픽셀)(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>모양(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>저장 위치(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n frames, %1 s</source>
        <translation>
            <numerusform>프레임 %n개, %1초</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the replay to</source>
        <translation>리플레이를 내보낼 위치</translation>
    </message>
</context>
<context>
    <name>collapsar::CompareDialog</name>
    <message>
        <source>Compare strategies</source>
        <translation>전략 비교</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>비교할 내용</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>One run with differences</source>
        <translation>한 실행과 그 변형</translation>
    </message>
    <message>
        <source>Over seeds</source>
        <translation>여러 시드</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>Tick two to six runs; here stands what tells them apart.</source>
        <translation>실행을 둘에서 여섯까지 선택하세요. 서로 다른 점이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: strategy</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;All with the data of the first</source>
        <translation>모두 첫 실행의 데이터 사용(&amp;A)</translation>
    </message>
    <message>
        <source>Gives all of them the data, batch and seed of the first one that is ticked</source>
        <translation>선택한 것 중 첫 실행의 데이터, 배치, 시드를 모두에 씁니다</translation>
    </message>
    <message>
        <source>How many seeds</source>
        <translation>시드 개수</translation>
    </message>
    <message>
        <source>How many &amp;seeds</source>
        <translation>시드 개수(&amp;S)</translation>
    </message>
    <message>
        <source>Trains the same strategy several times with other first weights, batches and noise. The curves become a median with a band, the table a mean with its standard deviation.</source>
        <translation>같은 전략을 처음 가중치, 배치, 노이즈를 바꾸어 여러 번 학습합니다. 곡선은 중앙값과 띠로, 표는 평균과 표준편차로 나타납니다.</translation>
    </message>
    <message>
        <source>Race by</source>
        <translation>경주 기준</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>실제 시간</translation>
    </message>
    <message>
        <source>Why it cannot be started</source>
        <translation>시작할 수 없는 이유</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>There is no run to start from: load a preset first.</source>
        <translation>바탕이 될 실행이 없습니다. 먼저 프리셋을 불러오세요.</translation>
    </message>
    <message>
        <source>Same data, batch and seed in all.</source>
        <translation>데이터, 배치, 시드는 모두 같습니다.</translation>
    </message>
    <message>
        <source>All stand at the same update; the slowest sets the pace.</source>
        <translation>모두 같은 갱신에 머물며, 가장 느린 실행에 속도를 맞춥니다.</translation>
    </message>
    <message>
        <source>All train for the same time; cheap updates get further.</source>
        <translation>모두 같은 시간 동안 학습하며, 갱신이 가벼울수록 더 멀리 갑니다.</translation>
    </message>
    <message>
        <source>Seeds %1 to %2, all on the same data.</source>
        <translation>시드 %1~%2, 데이터는 모두 같습니다.</translation>
    </message>
</context>
<context>
    <name>collapsar::CompareFlow</name>
    <message>
        <source>There is no run to fork. Start one first.</source>
        <translation>분기할 실행이 없습니다. 먼저 실행을 시작하세요.</translation>
    </message>
</context>
<context>
    <name>collapsar::CompareVariants</name>
    <message>
        <source>Variants</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>&amp;Add variant</source>
        <translation>변형 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>제거(&amp;M)</translation>
    </message>
    <message>
        <source>Equal in all runs of a race: data, batch and seed</source>
        <translation>경주하는 모든 실행에서 같음: 데이터, 배치, 시드</translation>
    </message>
    <message>
        <source>A setting of the variant needs a change.</source>
        <translation>변형의 설정 중 고쳐야 할 것이 있습니다.</translation>
    </message>
    <message>
        <source>Variant %1</source>
        <translation>변형 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>run, what differs</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>nothing changed yet</source>
        <translation>아직 바뀐 것 없음</translation>
    </message>
</context>
<context>
    <name>collapsar::ControlBar</name>
    <message>
        <source>Reset</source>
        <translation>리셋</translation>
    </message>
    <message>
        <source>Start over with the same seed, as a new run</source>
        <translation>같은 시드로 처음부터 새 실행을 시작합니다</translation>
    </message>
    <message>
        <source>Reseed</source>
        <translation>새 시드</translation>
    </message>
    <message>
        <source>Start over with another seed, as a new run</source>
        <translation>다른 시드로 처음부터 새 실행을 시작합니다</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>인코더</translation>
    </message>
    <message>
        <source>One update of the encoder alone: points move up or down</source>
        <translation>인코더만 한 번 갱신: 점이 위아래로 움직입니다</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>디코더</translation>
    </message>
    <message>
        <source>One update of the decoder alone: points move sideways</source>
        <translation>디코더만 한 번 갱신: 점이 좌우로 움직입니다</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>One whole update, its inner loop included</source>
        <translation>내부 루프를 포함한 갱신 한 번 전체</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>한 단계: %1</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>One encoder or decoder update at a time, with a pause and a probe after each</source>
        <translation>인코더 또는 디코더를 한 번씩 갱신하고, 그때마다 멈추어 프로브로 측정합니다</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>관찰</translation>
    </message>
    <message>
        <source>Training waits for a probe every 1, 2, 5, 10, 20 ... updates; runs keep in step</source>
        <translation>갱신 1, 2, 5, 10, 20 ...회마다 학습이 프로브를 기다립니다. 실행들은 보조를 맞춥니다</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>Full</source>
        <comment>pace</comment>
        <translation>최고</translation>
    </message>
    <message>
        <source>Full speed: training never waits; probes when there is time</source>
        <translation>최고 속도: 학습은 기다리지 않고, 시간이 날 때 프로브로 측정합니다</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>What the curves run over</source>
        <translation>곡선의 x축으로 쓸 값</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Plots keep showing the newest data, until one is zoomed or moved</source>
        <translation>확대하거나 옮기기 전까지 그래프가 최신 데이터를 계속 보여 줍니다</translation>
    </message>
    <message>
        <source>Hold all runs after the update under way</source>
        <translation>진행 중인 갱신이 끝나면 모든 실행을 멈춥니다</translation>
    </message>
    <message>
        <source>Train all runs on the same batches</source>
        <translation>모든 실행을 같은 배치로 학습합니다</translation>
    </message>
    <message>
        <source>Update %1 / %2</source>
        <translation>갱신 %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>inner took %1</source>
        <translation>내부 갱신 %1회</translation>
    </message>
    <message>
        <source>x: %1</source>
        <comment>x axis</comment>
        <translation>x: %1</translation>
    </message>
    <message>
        <source>x axis: %1</source>
        <translation>x축: %1</translation>
    </message>
</context>
<context>
    <name>collapsar::CorpusDialog</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>About the data</source>
        <translation>데이터 정보</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Numbers of the data</source>
        <translation>데이터 수치</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>문장</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>Shortest sentence</source>
        <translation>가장 짧은 문장</translation>
    </message>
    <message>
        <source>Median length</source>
        <translation>길이 중앙값</translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation>길이 평균</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>가장 긴 문장</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>미등록 단어</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <comment>count, share</comment>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>파일의 줄 수</translation>
    </message>
    <message>
        <source>Empty lines</source>
        <translation>빈 줄</translation>
    </message>
    <message>
        <source>Label without text</source>
        <translation>텍스트 없는 레이블</translation>
    </message>
    <message>
        <source>Left out, too short</source>
        <translation>제외, 너무 짧음</translation>
    </message>
    <message>
        <source>Left out, too long</source>
        <translation>제외, 너무 긺</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>레이블 %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>split, what, value</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Vocabulary %1: %2 of the %3 different words in training, and %4 special ones</source>
        <translation>어휘 %1: 학습의 서로 다른 단어 %3개 중 %2개와 특수 단어 %4개</translation>
    </message>
    <message>
        <source>How the data were made</source>
        <translation>데이터를 만든 방법</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
</context>
<context>
    <name>collapsar::CurveGroups</name>
    <message numerus="yes">
        <source>median, least and greatest of %n runs</source>
        <translation>
            <numerusform>실행 %n개의 중앙값, 최솟값, 최댓값</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>median and quartiles of %n runs</source>
        <translation>
            <numerusform>실행 %n개의 중앙값과 사분위수</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean and standard deviation of %n runs</source>
        <translation>
            <numerusform>실행 %n개의 평균과 표준편차</numerusform>
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
        <translation>%1 아직 측정되지 않음</translation>
    </message>
    <message>
        <source>%1, %2, latest: %3</source>
        <translation>%1, %2, 최신: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, %n runs</source>
        <translation>
            <numerusform>%1~%2, 실행 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>smoothed, raw</source>
        <translation>평활한 값, 원래 값</translation>
    </message>
    <message numerus="yes">
        <source>%n values not above 0</source>
        <translation>
            <numerusform>0 이하인 값 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points beyond</source>
        <translation>
            <numerusform>범위 밖의 점 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::CurvesPanel</name>
    <message>
        <source>of %1</source>
        <translation>%1개 중</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Fit to data</source>
        <translation>데이터에 맞추기</translation>
    </message>
    <message>
        <source>Follow new data</source>
        <translation>새 데이터 따라가기</translation>
    </message>
    <message>
        <source>Export this plot...</source>
        <translation>이 그래프 내보내기...</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>세로축</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>띠</translation>
    </message>
    <message>
        <source>Symlog, linear within ±%1</source>
        <translation>대칭 로그, ±%1 안은 선형</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Log (values above 0 only)</source>
        <translation>로그 (0보다 큰 값만)</translation>
    </message>
    <message>
        <source>Let outliers leave the range</source>
        <translation>이상값은 범위 밖에 두기</translation>
    </message>
    <message>
        <source>The range holds the middle 98 % of the values; how many lie beyond is written above.</source>
        <translation>범위는 값의 가운데 98 %를 담습니다. 범위 밖의 개수는 위에 적힙니다.</translation>
    </message>
    <message>
        <source>Median, least and greatest</source>
        <translation>중앙값, 최솟값, 최댓값</translation>
    </message>
    <message>
        <source>Median and quartiles</source>
        <translation>중앙값과 사분위수</translation>
    </message>
    <message>
        <source>Mean and standard deviation</source>
        <translation>평균과 표준편차</translation>
    </message>
    <message>
        <source>Single runs behind the bands</source>
        <translation>띠 뒤에 개별 실행 표시</translation>
    </message>
</context>
<context>
    <name>collapsar::DifferencesPanel</name>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>value, unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>One encoder step</source>
        <translation>인코더 한 단계</translation>
    </message>
    <message>
        <source>One decoder step</source>
        <translation>디코더 한 단계</translation>
    </message>
    <message>
        <source>Decoder re-initialised</source>
        <translation>디코더 재초기화</translation>
    </message>
    <message>
        <source>done</source>
        <translation>실행함</translation>
    </message>
    <message>
        <source>%1, inner %2</source>
        <translation>%1, 내부 %2</translation>
    </message>
    <message>
        <source>Settings at the start</source>
        <translation>시작할 때의 설정</translation>
    </message>
    <message>
        <source>Switches made while training</source>
        <translation>학습 중에 바꾼 스위치</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <comment>update, what was switched</comment>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>run, setting, value</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Select two or more runs in the table to see what tells them apart.</source>
        <translation>표에서 실행을 둘 이상 선택하면 서로 다른 점이 나타납니다.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Differences between runs</source>
        <translation>실행 사이의 차이</translation>
    </message>
    <message>
        <source>Nothing differs: settings, seed and switches are the same, so the weights are the same at every update.</source>
        <translation>다른 점이 없습니다. 설정, 시드, 스위치가 같으므로 모든 갱신에서 가중치도 같습니다.</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>how many runs</comment>
        <translation>%1 비교</translation>
    </message>
</context>
<context>
    <name>collapsar::EventList</name>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>all runs</source>
        <translation>모든 실행</translation>
    </message>
    <message>
        <source>Switches, checkpoints and cuts of the learning rate appear here. Click one to go there.</source>
        <translation>스위치, 체크포인트, 학습률 낮춤이 여기에 나타납니다. 클릭하면 그 시점으로 갑니다.</translation>
    </message>
    <message>
        <source>Events of all runs</source>
        <translation>모든 실행의 이벤트</translation>
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
        <translation>갱신 %1, %2</translation>
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
        <translation>1단 (85 mm)</translation>
    </message>
    <message>
        <source>Double column (170 mm)</source>
        <translation>2단 (170 mm)</translation>
    </message>
    <message>
        <source>Slide 16:9 (254 mm)</source>
        <translation>슬라이드 16:9 (254 mm)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>This &amp;plot</source>
        <translation>이 그래프(&amp;P)</translation>
    </message>
    <message>
        <source>The whole &amp;stage</source>
        <translation>스테이지 전체(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Each plot, as files in a folder</source>
        <translation>그래프별로 폴더에 파일로 저장(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Curves as numbers (CSV)</source>
        <translation>곡선을 수치로 (CSV)(&amp;C)</translation>
    </message>
    <message>
        <source>Posterior &amp;means as numbers (CSV)</source>
        <translation>사후 평균을 수치로 (CSV)(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;heckpoint</source>
        <translation>체크포인트(&amp;H)</translation>
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
        <translation>사용자 지정</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>크기(&amp;Z)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>File or folder to write</source>
        <translation>쓸 파일 또는 폴더</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>저장 위치(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Browse ...</source>
        <translation>찾아보기(&amp;B) ...</translation>
    </message>
    <message>
        <source>This &amp;plot: %1</source>
        <translation>이 그래프(&amp;P): %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 픽셀</translation>
    </message>
    <message>
        <source>sharp at any size</source>
        <translation>어떤 크기에서도 선명</translation>
    </message>
    <message>
        <source>Everything the run needs to go on from here.</source>
        <translation>실행을 여기서 이어 가는 데 필요한 모든 것.</translation>
    </message>
    <message>
        <source>One row per measurement, with the run, its seed and its switches.</source>
        <translation>측정마다 한 행씩, 실행과 그 시드, 스위치와 함께.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>내보낼 위치</translation>
    </message>
    <message>
        <source>Give whole numbers, such as 0, 200, 2000.</source>
        <translation>0, 200, 2000처럼 정수를 입력하세요.</translation>
    </message>
    <message>
        <source>He et al. figure &amp;2: mean spaces over training</source>
        <translation>He et al. 그림 &amp;2: 학습에 따른 평균 공간</translation>
    </message>
    <message>
        <source>He et al. figure &amp;3: the way of one example</source>
        <translation>He et al. 그림 &amp;3: 한 예제의 경로</translation>
    </message>
    <message>
        <source>He et al. figure &amp;4: KL, MI, aggregate KL</source>
        <translation>He et al. 그림 &amp;4: KL, MI, 집계 KL</translation>
    </message>
    <message>
        <source>as the paper, or 0, 200, 2000</source>
        <translation>논문대로, 또는 0, 200, 2000</translation>
    </message>
    <message>
        <source>Caption with notes and &amp;origin</source>
        <translation>주석과 출처를 적은 캡션(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Updates</source>
        <translation>갱신(&amp;U)</translation>
    </message>
</context>
<context>
    <name>collapsar::ExportFlow</name>
    <message>
        <source>Posterior mean space</source>
        <translation>사후 평균 공간</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 쓰는 중</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Export the replay</source>
        <translation>리플레이 내보내기</translation>
    </message>
</context>
<context>
    <name>collapsar::ForkDialog</name>
    <message>
        <source>Fork %1</source>
        <translation>%1에서 분기</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>가상 실험: %1</translation>
    </message>
    <message>
        <source>Switches of the fork</source>
        <translation>분기의 스위치</translation>
    </message>
    <message>
        <source>Shares everything up to one update and goes its own way from there.</source>
        <translation>한 갱신까지는 모두 같고, 거기서부터 따로 나아갑니다.</translation>
    </message>
    <message>
        <source>Tries one switch in the background and shows the outcome as a ghost on every plot. Keep it or throw it away afterwards.</source>
        <translation>스위치 하나를 바꾸어 백그라운드에서 시험하고, 결과를 모든 그래프에 고스트로 보여 줍니다. 나중에 남기거나 버릴 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;From update</source>
        <translation>분기할 갱신(&amp;F)</translation>
    </message>
    <message>
        <source>of 0 to %1</source>
        <translation>0~%1 중</translation>
    </message>
    <message>
        <source>&amp;Run for</source>
        <translation>진행할 길이(&amp;R)</translation>
    </message>
    <message>
        <source>updates in the background</source>
        <translation>회 갱신 (백그라운드)</translation>
    </message>
    <message>
        <source>What will differ</source>
        <translation>달라지는 점</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>시험하기</translation>
    </message>
    <message>
        <source>Why it cannot be done</source>
        <translation>할 수 없는 이유</translation>
    </message>
    <message>
        <source>Change the one switch to try.</source>
        <translation>시험할 스위치 하나를 바꾸세요.</translation>
    </message>
    <message>
        <source>Change one switch only, so that the difference has one cause. For more, fork the run.</source>
        <translation>차이의 원인이 하나가 되도록 스위치를 하나만 바꾸세요. 여럿을 바꾸려면 실행을 분기하세요.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>이름을 입력하세요.</translation>
    </message>
    <message>
        <source>Update %1 is kept whole, so it starts at once.</source>
        <translation>갱신 %1의 상태가 온전히 보관되어 있어 바로 시작합니다.</translation>
    </message>
    <message>
        <source>From the state kept at %1, then %2 updates repeated exactly.</source>
        <translation>%1에 보관된 상태에서 시작해 갱신 %2회를 정확히 반복합니다.</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>1초 미만</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>약 %1초</translation>
    </message>
    <message>
        <source>From the state kept at %1, then %2 updates repeated exactly (%3).</source>
        <translation>%1에 보관된 상태에서 시작해 갱신 %2회를 정확히 반복합니다(%3).</translation>
    </message>
    <message>
        <source>A KL weight set by hand makes the KL schedule constant.</source>
        <translation>KL 가중치를 직접 정하면 KL 스케줄이 일정해집니다.</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>아직 없습니다.</translation>
    </message>
    <message>
        <source>Nothing yet: the fork repeats %1 exactly until you switch something in it.</source>
        <translation>아직 없습니다. 스위치를 바꾸기 전까지 분기는 %1의 학습을 정확히 반복합니다.</translation>
    </message>
    <message>
        <source>%1 switches</source>
        <translation>스위치 %1개</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two switches</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>run, update</comment>
        <translation>%1 (갱신 %2부터)</translation>
    </message>
    <message>
        <source>%1, %2 from %3</source>
        <comment>run, what is switched, update</comment>
        <translation>%1, %2 (갱신 %3부터)</translation>
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
        <translation>풀링</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>스킵</translation>
    </message>
    <message>
        <source>aggressive</source>
        <translation>공격적 학습</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 가중치</translation>
    </message>
    <message>
        <source>KL schedule</source>
        <translation>KL 스케줄</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>encoder learning rate</source>
        <translation>인코더 학습률</translation>
    </message>
    <message>
        <source>frozen encoder</source>
        <translation>인코더 고정</translation>
    </message>
    <message>
        <source>frozen decoder</source>
        <translation>디코더 고정</translation>
    </message>
    <message>
        <source>the same</source>
        <comment>encoder learning rate</comment>
        <translation>같음</translation>
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
        <translation>같음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>이전 값 %1</translation>
    </message>
    <message>
        <source>Back to what the run has here</source>
        <translation>이 시점에 실행이 가진 값으로 되돌리기</translation>
    </message>
    <message>
        <source>Set %1 back to %2</source>
        <translation>%1: %2(으)로 되돌리기</translation>
    </message>
    <message>
        <source>free bits</source>
        <translation>프리 비트</translation>
    </message>
</context>
<context>
    <name>collapsar::HeFigureSource</name>
    <message>
        <source>mean of true posterior</source>
        <translation>참 사후 분포의 평균</translation>
    </message>
    <message>
        <source>mean of approximate posterior</source>
        <translation>근사 사후 분포의 평균</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message>
        <source>no picture near this update</source>
        <translation>이 갱신 근처의 그림 없음</translation>
    </message>
    <message>
        <source>no true posterior means here</source>
        <translation>여기에는 참 사후 평균 없음</translation>
    </message>
    <message>
        <source>KL(q(z|x) || p(z))</source>
        <translation>KL(q(z|x) || p(z))</translation>
    </message>
    <message>
        <source>Mutual information</source>
        <translation>상호 정보량</translation>
    </message>
    <message>
        <source>Aggregate KL, as KL - MI</source>
        <translation>집계 KL, KL - MI로 계산</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Posterior mean space over training</source>
        <translation>학습에 따른 사후 평균 공간</translation>
    </message>
    <message>
        <source>The way of one example through the posterior mean space</source>
        <translation>사후 평균 공간에서 한 예제가 지나는 경로</translation>
    </message>
    <message>
        <source>KL, mutual information and aggregate KL over training</source>
        <translation>학습에 따른 KL, 상호 정보량, 집계 KL</translation>
    </message>
    <message>
        <source>After He et al. 2019, figure 2. Each point is an example; all plots share their axes, and each shows the picture nearest to its column&apos;s update.</source>
        <translation>He et al. 2019, 그림 2를 따름. 점 하나가 예제 하나이며, 모든 그래프의 축이 같고, 각각 해당 열의 갱신에 가장 가까운 그림을 보입니다.</translation>
    </message>
    <message>
        <source>After He et al. 2019, figure 4 (5 in the final text). Validation values: KL in closed form; MI with one sample of z per example, at most ln N. Aggregate KL is not estimated by itself: it is KL - MI of the same evaluation, as KL = MI + KL(q(z) || p(z)), with the noise of that MI.</source>
        <translation>He et al. 2019, 그림 4(최종본에서는 그림 5)를 따름. 검증 데이터의 값: KL은 닫힌 형태, MI는 예제당 z 표본 하나로 구하며 최대 ln N. 집계 KL은 따로 추정하지 않고, KL = MI + KL(q(z) || p(z))이므로 같은 평가의 KL - MI로 구하며 그 MI의 노이즈를 담습니다.</translation>
    </message>
    <message>
        <source>After He et al. 2019, figure 3. Example %1, updates %2 to %3, from the open to the filled dot. Between two pictures the encoder&apos;s part is drawn first, up or down, then the decoder&apos;s, sideways; both are exact, their order is the rule of aggressive updates.</source>
        <translation>He et al. 2019, 그림 3을 따름. 예제 %1, 갱신 %2~%3, 빈 점에서 채운 점까지. 두 그림 사이에서는 인코더의 몫을 먼저 위아래로, 디코더의 몫을 다음에 좌우로 그립니다. 둘 다 정확하며, 순서는 공격적 갱신의 규칙입니다.</translation>
    </message>
    <message>
        <source>%1: one picture in %2 of %3; a shorter range shows every one.</source>
        <translation>%1: 그림 %3개에서 %2개마다 하나. 범위를 줄이면 모두 보입니다.</translation>
    </message>
</context>
<context>
    <name>collapsar::InterruptedDialog</name>
    <message>
        <source>Interrupted runs</source>
        <translation>중단된 실행</translation>
    </message>
    <message>
        <source>No run was interrupted.</source>
        <translation>중단된 실행이 없습니다.</translation>
    </message>
    <message>
        <source>These runs stopped before their end. Nothing of them is lost.</source>
        <translation>이 실행들은 끝나기 전에 멈췄습니다. 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>%1 · update %L2 of %L3 · %4</source>
        <translation>%1 · 갱신 %L2 / %L3 · %4</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>보기만</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
</context>
<context>
    <name>collapsar::LatentPlane</name>
    <message>
        <source>Latent plane</source>
        <translation>잠재 평면</translation>
    </message>
    <message numerus="yes">
        <source>The latent plane is for runs with two latent dimensions; this one has %n.</source>
        <translation>
            <numerusform>잠재 평면은 잠재 차원이 2개인 실행을 위한 것입니다. 이 실행은 %n개입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Start: the means of both posteriors appear here</source>
        <translation>시작을 누르면 두 사후 분포의 평균이 여기에 나타납니다</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정되지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%1, update %2: %n examples; spread of true means %3, of approximate means %4, mean gap %5</source>
        <translation>
            <numerusform>%1, 갱신 %2: 예제 %n개, 참 평균의 퍼짐 %3, 근사 평균의 퍼짐 %4, 평균 격차 %5</numerusform>
        </translation>
    </message>
    <message>
        <source>prior 1 sd</source>
        <translation>사전 분포 표준편차 1배</translation>
    </message>
    <message>
        <source>2 sd</source>
        <translation>2배</translation>
    </message>
    <message>
        <source>first latent</source>
        <translation>첫째 잠재 차원</translation>
    </message>
    <message>
        <source>second latent</source>
        <translation>둘째 잠재 차원</translation>
    </message>
    <message>
        <source>approximate mean</source>
        <translation>근사 평균</translation>
    </message>
    <message>
        <source>true mean</source>
        <translation>참 평균</translation>
    </message>
    <message>
        <source>lag, nats</source>
        <translation>지연, nats</translation>
    </message>
    <message>
        <source>log p(x), nats</source>
        <translation>log p(x), nats</translation>
    </message>
</context>
<context>
    <name>collapsar::MainWindow</name>
    <message>
        <source>Export...</source>
        <translation>내보내기...</translation>
    </message>
    <message>
        <source>Mean time to draw one curve plot</source>
        <translation>곡선 그래프 하나를 그리는 데 걸린 평균 시간</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Interrupted runs: %L1</source>
        <translation>중단된 실행: %L1</translation>
    </message>
    <message>
        <source>probe every update</source>
        <translation>갱신마다 프로브</translation>
    </message>
    <message>
        <source>probe every %L1 updates</source>
        <translation>갱신 %L1회마다 프로브</translation>
    </message>
    <message>
        <source>(preview)</source>
        <translation>(미리 보기)</translation>
    </message>
    <message>
        <source>(exact)</source>
        <translation>(정확)</translation>
    </message>
    <message>
        <source>window %1 ms</source>
        <translation>창 %1 ms</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>공격적 학습</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>The matrix products run on the system&apos;s reference BLAS, which can make training several times slower. Install libopenblas0-pthread and start Collapsar again.</source>
        <translation>행렬 곱이 시스템의 참조 BLAS로 계산되고 있어 학습이 몇 배 느려질 수 있습니다. libopenblas0-pthread를 설치하고 Collapsar를 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Numbers stay right. Nothing may put another libblas.so.3 before OpenBLAS: see LD_PRELOAD and update-alternatives --display libblas.so.3-x86_64-linux-gnu.</source>
        <translation>결과는 그대로 맞습니다. 다른 libblas.so.3이 OpenBLAS보다 먼저 오지 않아야 합니다: LD_PRELOAD와 update-alternatives --display libblas.so.3-x86_64-linux-gnu를 확인하세요.</translation>
    </message>
    <message>
        <source>What if...</source>
        <translation>가상 실험...</translation>
    </message>
    <message>
        <source>%1 goes on from update %L2</source>
        <translation>%1: 갱신 %L2부터 이어집니다</translation>
    </message>
    <message>
        <source>delete runs</source>
        <translation>실행 삭제</translation>
    </message>
    <message>
        <source>show one run</source>
        <translation>실행 하나만 표시</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>실행 취소(&amp;U): %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>다시 실행(&amp;R): %1</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; compares strategies on a text of yours, many runs one after the other: use collapsar-cli sweep %1 --set data=FILE, then open its runs here.</source>
        <translation>프리셋 &quot;%1&quot;은(는) 사용자의 텍스트로 전략들을 비교하며, 많은 실행을 차례로 학습합니다. collapsar-cli sweep %1 --set data=FILE을 쓴 다음 그 실행들을 여기서 여세요.</translation>
    </message>
</context>
<context>
    <name>collapsar::Measures</name>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message>
        <source>%1: update %2</source>
        <translation>%1: 갱신 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>collapsed below %1 nats</source>
        <translation>%1 nats 미만에서 붕괴</translation>
    </message>
    <message>
        <source>Collapsed dimensions</source>
        <translation>붕괴한 차원</translation>
    </message>
    <message>
        <source>share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>ε, nats</source>
        <translation>ε, nats</translation>
    </message>
    <message>
        <source>share of latent dimensions</source>
        <translation>잠재 차원의 비율</translation>
    </message>
    <message>
        <source>For runs with a latent.</source>
        <translation>잠재 변수가 있는 실행에 쓰입니다.</translation>
    </message>
    <message>
        <source>(ε, δ = %1)-collapse</source>
        <translation>(ε, δ = %1)-붕괴</translation>
    </message>
    <message>
        <source>Lucas et al. 2019: a latent dimension is collapsed when the KL of its posterior is below ε for all but a share δ = %1 of the sentences. The KL is in closed form, so the curve is exact on these %2 sentences; from 0 (none) to 1 (all).</source>
        <translation>Lucas et al. 2019: 비율 δ = %1의 문장을 뺀 모든 문장에서 사후 분포의 KL이 ε보다 작으면 그 잠재 차원은 붕괴한 것입니다. KL은 닫힌 형태이므로 곡선은 이 문장 %2개에 대해 정확합니다. 0(없음)에서 1(전부)까지.</translation>
    </message>
    <message>
        <source>%1: %2 collapsed at 0.01 nats</source>
        <translation>%1: 0.01 nats에서 %2 붕괴</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>차원 %1</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>mutual information</source>
        <translation>상호 정보량</translation>
    </message>
    <message>
        <source>aggregate KL, between them</source>
        <translation>집계 KL, 둘의 차이</translation>
    </message>
    <message>
        <source>MI ceiling: ln %1</source>
        <translation>MI 최대: ln %1</translation>
    </message>
    <message>
        <source>MI ceiling: ln %1 = %2 ↑</source>
        <translation>MI 최대: ln %1 = %2 ↑</translation>
    </message>
    <message>
        <source>KL %1, MI %2 summed over dimensions</source>
        <translation>차원들의 합: KL %1, MI %2</translation>
    </message>
    <message>
        <source>Latent dimensions</source>
        <translation>잠재 차원</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>잠재 차원</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>dimensions, by KL</source>
        <translation>차원, KL 순</translation>
    </message>
    <message>
        <source>%1 is a language model: it has no latent.</source>
        <translation>%1: 언어 모델이므로 잠재 변수가 없습니다.</translation>
    </message>
    <message>
        <source>Pale: KL of each dimension, in closed form, exact on these %1 sentences. Solid: mutual information of the dimension with the sentence, mean of log q(z_d|x) - log q(z_d) at one sample of z per sentence, q(z_d) over all of them.
What lies between is aggregate KL: it is paid and carries nothing about the sentence. With one sample the MI can lie a little above the KL.
The MI of a dimension is never above ln %1 = %2, however much it carries.</source>
        <translation>옅은 색: 각 차원의 KL, 닫힌 형태, 이 문장 %1개에 대해 정확한 값. 짙은 색: 차원과 문장의 상호 정보량, 곧 문장당 z 표본 하나에서 log q(z_d|x) - log q(z_d)의 평균이며 q(z_d)는 문장 전체에 대한 것입니다.
둘의 차이는 집계 KL입니다. 비용은 치르지만 문장에 대해 아무것도 담지 않습니다. 표본이 하나이므로 MI가 KL보다 조금 클 수 있습니다.
한 차원의 MI는 아무리 많이 담아도 ln %1 = %2보다 클 수 없습니다.</translation>
    </message>
    <message>
        <source>start mark</source>
        <translation>시작 표지</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>위치 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pooled positions</source>
        <translation>풀링된 위치</translation>
    </message>
    <message>
        <source>share of features</source>
        <translation>특징의 비율</translation>
    </message>
    <message>
        <source>position, 0: start mark</source>
        <translation>위치, 0: 시작 표지</translation>
    </message>
    <message>
        <source>Which position of the sentence each unit of the encoder takes its feature from; a count, exact on these sentences. A unit that takes one position in 90 % of the sentences makes pooling a fixed choice of states; where lengths differ, units that always take the end mark are not counted as fixed.</source>
        <translation>인코더의 각 유닛이 문장의 어느 위치에서 특징을 가져오는지 센 것이며, 이 문장들에 대해 정확합니다. 문장의 90 %에서 한 위치만 취하는 유닛에서는 풀링이 상태를 고정해서 고르는 것이 됩니다. 문장의 길이가 다르면, 항상 끝 표지를 취하는 유닛은 고정된 것으로 세지 않습니다.</translation>
    </message>
    <message>
        <source>For max and |max| pooling: choose it in a run&apos;s switches.</source>
        <translation>최대와 |최대| 풀링에 쓰입니다. 실행의 스위치에서 고르세요.</translation>
    </message>
    <message>
        <source>%1 of %2 units always take one position</source>
        <translation>유닛 %2개 중 %1개가 항상 한 위치만 취함</translation>
    </message>
    <message>
        <source>word %1, which %2 of %3 sentences reach</source>
        <translation>단어 %1, 문장 %3개 중 %2개가 도달</translation>
    </message>
    <message>
        <source>%1: %2 nats gained in a sentence, KL %3 paid</source>
        <translation>%1: 문장당 이득 %2 nats, 치른 KL %3</translation>
    </message>
    <message>
        <source>%1: %2 nats gained in a sentence</source>
        <translation>%1: 문장당 이득 %2 nats</translation>
    </message>
    <message>
        <source>%1: first word %2 nats</source>
        <translation>%1: 첫 단어 %2 nats</translation>
    </message>
    <message>
        <source>Bosc and Vincent 2020: mean -log p of the word under %1 minus that under the run, with z from the encoder. It counts what z tells of the sentence without its price, the KL, so it can be gain where the ELBO has none; one sample of z, noisy, no ceiling but the language model&apos;s own term.</source>
        <translation>Bosc and Vincent 2020: %1에서 구한 단어의 평균 -log p에서 실행에서 구한 값을 뺀 것. z는 인코더에서 얻습니다. z가 문장에 대해 말해 주는 것을 그 비용인 KL 없이 세므로, ELBO에 이득이 없는 곳에서도 이득이 될 수 있습니다. z 표본 하나로 구해 노이즈가 있으며, 최대는 언어 모델 자체의 항뿐입니다.</translation>
    </message>
    <message>
        <source>Grey: the share of the %1 sentences that reach the word. Words that fewer than %2 reach are left out.</source>
        <translation>회색: 문장 %1개 가운데 그 단어에 이르는 문장의 비율. 이르는 문장이 %2개보다 적은 단어는 제외합니다.</translation>
    </message>
    <message>
        <source>Gain by position</source>
        <translation>위치별 이득</translation>
    </message>
    <message>
        <source>NLL by position</source>
        <translation>위치별 NLL</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>위치별</translation>
    </message>
    <message>
        <source>nats a word</source>
        <translation>단어당 nats</translation>
    </message>
    <message>
        <source>word of the sentence</source>
        <translation>문장 속 단어 순서</translation>
    </message>
    <message>
        <source>gain, nats a word</source>
        <translation>이득, 단어당 nats</translation>
    </message>
    <message>
        <source>-log p, nats a word</source>
        <translation>-log p, 단어당 nats</translation>
    </message>
    <message>
        <source>Show a language model (latent 0) to see what the latent gains over it.</source>
        <translation>잠재 변수로 얻는 이득을 보려면 언어 모델(잠재 차원 0)을 표시하세요.</translation>
    </message>
    <message>
        <source>Nothing to compare with %1: show a run with a latent on the same data.</source>
        <translation>%1와(과) 비교할 것이 없습니다. 같은 데이터를 쓰고 잠재 변수가 있는 실행을 표시하세요.</translation>
    </message>
    <message>
        <source>nats, over %1</source>
        <translation>nats, %1 대비</translation>
    </message>
    <message>
        <source>Mean -log p of the word at each place of the sentence, at one sample of z from the encoder, the KL not counted; a language model&apos;s is exact.</source>
        <translation>문장의 각 자리에 있는 단어의 평균 -log p. 인코더에서 얻은 z 표본 하나로 구하며 KL은 세지 않습니다. 언어 모델이면 정확한 값입니다.</translation>
    </message>
    <message>
        <source>rate: KL</source>
        <translation>레이트: KL</translation>
    </message>
    <message>
        <source>distortion: reconstruction</source>
        <translation>왜곡: 재구성</translation>
    </message>
    <message>
        <source>ELBO</source>
        <translation>ELBO</translation>
    </message>
    <message>
        <source>%1: KL %2, reconstruction %3</source>
        <translation>%1: KL %2, 재구성 %3</translation>
    </message>
    <message>
        <source>ELBO %1</source>
        <translation>ELBO %1</translation>
    </message>
    <message>
        <source>Rate and distortion</source>
        <translation>레이트와 왜곡</translation>
    </message>
    <message>
        <source>Rate: KL(q(z|x) || N(0, I)) in closed form. Distortion: reconstruction, -log p(x|z), one sample of z per sentence, unbiased. Both are means over the sentences of a scheduled evaluation.
Dashed: places of equal ELBO = -(rate + distortion), which is at most log p(x). Along a line z is paid for exactly by what it explains; posterior collapse lies on the left edge.
Thin: where the run has been up to the time cursor.</source>
        <translation>레이트: KL(q(z|x) || N(0, I)), 닫힌 형태. 왜곡: 재구성, -log p(x|z), 문장당 z 표본 하나, 비편향. 둘 다 예정된 평가의 문장들에 대한 평균입니다.
점선: ELBO = -(레이트 + 왜곡)이 같은 자리. ELBO는 최대 log p(x)입니다. 한 선을 따라가면 z의 비용은 z가 설명하는 만큼과 꼭 같습니다. 사후 붕괴는 왼쪽 가장자리에 있습니다.
가는 선: 타임라인의 커서까지 실행이 지나온 자리.</translation>
    </message>
    <message>
        <source>Press Start: every scheduled evaluation adds a point.</source>
        <translation>시작을 누르세요. 예정된 평가마다 점이 하나씩 더해집니다.</translation>
    </message>
</context>
<context>
    <name>collapsar::MeasuresFlow</name>
    <message>
        <source>no checkpoint yet</source>
        <translation>아직 체크포인트 없음</translation>
    </message>
</context>
<context>
    <name>collapsar::MeasuresPanel</name>
    <message>
        <source>Measures</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>Run whose latent dimensions are shown</source>
        <translation>잠재 차원을 표시할 실행</translation>
    </message>
    <message>
        <source>What is shown by position</source>
        <translation>위치별로 표시할 값</translation>
    </message>
    <message>
        <source>Show a run on the stage to measure it.</source>
        <translation>측정하려면 실행을 스테이지에 표시하세요.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>측정 중…</translation>
    </message>
    <message>
        <source>Press Start: this is measured on the newest checkpoint.</source>
        <translation>시작을 누르세요. 가장 최근의 체크포인트에서 측정합니다.</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>이득</translation>
    </message>
    <message>
        <source>NLL</source>
        <translation>NLL</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message>
        <source>%1 validation sentences</source>
        <translation>검증 문장 %1개</translation>
    </message>
    <message>
        <source>measuring %1: %2 %</source>
        <translation>%1 측정 중: %2 %</translation>
    </message>
    <message>
        <source>Rate and distortion come from scheduled evaluations. Everything else is measured on request, with the weights of each run&apos;s newest checkpoint at or before the time cursor.</source>
        <translation>레이트와 왜곡은 예정된 평가에서 얻습니다. 나머지는 모두 요청할 때, 타임라인의 커서나 그 이전에 있는 각 실행의 가장 최근 체크포인트의 가중치로 측정합니다.</translation>
    </message>
</context>
<context>
    <name>collapsar::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>collapsar::PosteriorPlot</name>
    <message>
        <source>Press Start to train both runs on the same batches</source>
        <translation>시작을 누르면 두 실행을 같은 배치로 학습합니다</translation>
    </message>
    <message>
        <source>Posterior mean space</source>
        <translation>사후 평균 공간</translation>
    </message>
    <message>
        <source>Posterior mean space of %1</source>
        <translation>%1의 사후 평균 공간</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정되지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n examples; spread of true means %2, of approximate means %3, correlation %4, mean gap %5</source>
        <translation>
            <numerusform>%1: 예제 %n개, 참 평균의 퍼짐 %2, 근사 평균의 퍼짐 %3, 상관계수 %4, 평균 격차 %5</numerusform>
        </translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>축</translation>
    </message>
    <message>
        <source>Axis of the latent space</source>
        <translation>잠재 공간의 축</translation>
    </message>
    <message>
        <source>Chooses the axis of the latent space on which the means are drawn</source>
        <translation>평균을 그릴 잠재 공간의 축을 고릅니다</translation>
    </message>
</context>
<context>
    <name>collapsar::PosteriorScene</name>
    <message>
        <source>inference collapse</source>
        <translation>추론 붕괴</translation>
    </message>
    <message>
        <source>model collapse</source>
        <translation>모델 붕괴</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>일치</translation>
    </message>
    <message>
        <source>mean of true posterior</source>
        <translation>참 사후 분포의 평균</translation>
    </message>
    <message>
        <source>mean of approximate posterior</source>
        <translation>근사 사후 분포의 평균</translation>
    </message>
    <message>
        <source>example %1</source>
        <translation>예제 %1</translation>
    </message>
    <message>
        <source>true mean</source>
        <translation>참 평균</translation>
    </message>
    <message>
        <source>approximate mean</source>
        <translation>근사 평균</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>격차</translation>
    </message>
    <message>
        <source>log p(x)</source>
        <translation>log p(x)</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nats</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message>
        <source>, inner %1</source>
        <translation>, 내부 %1</translation>
    </message>
    <message>
        <source>preview, error up to %1</source>
        <translation>미리 보기, 오차 최대 %1</translation>
    </message>
    <message>
        <source>no true posterior means
were measured</source>
        <translation>측정된 참 사후 평균이
없습니다</translation>
    </message>
    <message>
        <source>%1, too few</source>
        <translation>%1, 너무 적음</translation>
    </message>
    <message>
        <source>effective samples</source>
        <translation>유효 표본 수</translation>
    </message>
    <message>
        <source>principal direction %1, %2 % of variance</source>
        <translation>주방향 %1, 분산의 %2 %</translation>
    </message>
    <message>
        <source>dimension %1 of %2</source>
        <translation>차원 %1 / %2</translation>
    </message>
    <message>
        <source>%1, largest KL</source>
        <translation>%1, KL 최대</translation>
    </message>
    <message>
        <source>true posterior means
were not measured</source>
        <translation>참 사후 평균은
측정되지 않았습니다</translation>
    </message>
    <message numerus="yes">
        <source>hollow: %n unreliable true means</source>
        <translation>
            <numerusform>빈 점: 신뢰할 수 없는 참 평균 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>no true means</source>
        <translation>실제 평균 없음</translation>
    </message>
</context>
<context>
    <name>collapsar::PresetPicker</name>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation>예상되는 결과</translation>
    </message>
    <message>
        <source>Load preset</source>
        <translation>프리셋 불러오기</translation>
    </message>
</context>
<context>
    <name>collapsar::ProjectionWords</name>
    <message>
        <source>Dimension %1</source>
        <translation>차원 %1</translation>
    </message>
    <message>
        <source>Dimension %1 (KL %2 nats)</source>
        <translation>차원 %1 (KL %2 nats)</translation>
    </message>
    <message>
        <source>The dimension with the largest KL</source>
        <translation>KL이 가장 큰 차원</translation>
    </message>
    <message>
        <source>Principal direction %1 of the true means</source>
        <translation>참 평균의 주방향 %1</translation>
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
        <translation>상호 정보량</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message>
        <source>mean of true posterior</source>
        <translation>참 사후 분포의 평균</translation>
    </message>
    <message>
        <source>mean of approximate posterior</source>
        <translation>근사 사후 분포의 평균</translation>
    </message>
    <message>
        <source>nothing measured yet</source>
        <translation>아직 측정된 것 없음</translation>
    </message>
    <message>
        <source>ended at update %1</source>
        <translation>갱신 %1에서 끝남</translation>
    </message>
</context>
<context>
    <name>collapsar::RunCard</name>
    <message>
        <source>Name of the run</source>
        <translation>실행의 이름</translation>
    </message>
    <message>
        <source>Click to rename the run</source>
        <translation>클릭하면 실행의 이름을 바꿉니다</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
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
        <translation>활성</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nats</translation>
    </message>
    <message>
        <source>KL from the approximate posterior to the prior, nats per example, validation data</source>
        <translation>근사 사후 분포에서 사전 분포까지의 KL, 예제당 nats, 검증 데이터</translation>
    </message>
    <message>
        <source>Active units: latent dimensions whose posterior mean varies over the data</source>
        <translation>활성 유닛: 사후 평균이 데이터에 따라 달라지는 잠재 차원</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>Mutual information of data and latent over the evaluated examples, nats</source>
        <translation>평가한 예제에서 데이터와 잠재 변수의 상호 정보량, nats</translation>
    </message>
    <message>
        <source>Mutual information of data and latent inside each batch as published, nats</source>
        <translation>논문에 발표된 방식대로 각 배치 안에서 구한 데이터와 잠재 변수의 상호 정보량, nats</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>active units of all</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message>
        <source>%1 · update %2</source>
        <comment>phase of the run, and where</comment>
        <translation>%1 · 갱신 %2</translation>
    </message>
    <message>
        <source>Nothing was measured up to this update</source>
        <translation>이 갱신까지 측정된 것이 없습니다</translation>
    </message>
    <message>
        <source>How far inference lags: mean KL from the approximate to the true posterior over the probes, nats</source>
        <translation>추론의 지연 정도: 프로브에서 근사 사후 분포와 참 사후 분포 사이의 평균 KL, nats</translation>
    </message>
    <message>
        <source>A language model: without a latent there is no posterior to look at. Its ELBO is exactly log p(x), what a collapsed model falls back to.</source>
        <translation>언어 모델: 잠재 변수가 없으므로 볼 사후 분포도 없습니다. ELBO는 정확히 log p(x)이며, 붕괴한 모델이 되돌아가는 값입니다.</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>언어 모델</translation>
    </message>
</context>
<context>
    <name>collapsar::RunChip</name>
    <message>
        <source>Colour of %1</source>
        <translation>%1의 색</translation>
    </message>
</context>
<context>
    <name>collapsar::RunOpening</name>
    <message>
        <source>Open run</source>
        <translation>실행 열기</translation>
    </message>
    <message>
        <source>%1 stands at update %L2 of %L3.</source>
        <translation>%1: 현재 갱신 %L2 / %L3.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>보기만</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsArrangement</name>
    <message>
        <source>No group</source>
        <translation>그룹 없음</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>가상 실험</translation>
    </message>
    <message>
        <source>from %1 at %2</source>
        <translation>%1, 갱신 %2에서</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>run, where from</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Mean ± standard deviation over the runs of this group</source>
        <translation>이 그룹의 실행들에 대한 평균 ± 표준편차</translation>
    </message>
    <message>
        <source>Return folds and unfolds the group</source>
        <translation>Return으로 그룹을 접고 폅니다</translation>
    </message>
    <message>
        <source>Group %1, %2</source>
        <comment>name, how many runs</comment>
        <translation>그룹 %1, %2</translation>
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
        <translation>실행과 그 차이</translation>
    </message>
    <message>
        <source>Select two or more runs in the table, or show them on the stage.</source>
        <translation>표에서 실행을 둘 이상 선택하거나 스테이지에 표시하세요.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Latent units</source>
        <translation>잠재 유닛</translation>
    </message>
    <message>
        <source>Latent plane</source>
        <translation>잠재 평면</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>단어</translation>
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
        <translation>%1, 표시됨</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, 숨김</translation>
    </message>
    <message>
        <source>%1, from %2 at %3</source>
        <translation>%1, %2의 갱신 %3에서</translation>
    </message>
</context>
<context>
    <name>collapsar::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>실행 거르기</translation>
    </message>
    <message>
        <source>Name, strategy, parent, seed, state, group and note; every word must occur</source>
        <translation>이름, 전략, 부모, 시드, 상태, 그룹, 메모. 모든 단어가 들어 있어야 합니다</translation>
    </message>
    <message>
        <source>Group runs</source>
        <translation>실행 묶기</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>Forks stand under their parents</source>
        <translation>분기는 부모 아래에 놓입니다</translation>
    </message>
    <message>
        <source>By strategy</source>
        <translation>전략별</translation>
    </message>
    <message>
        <source>A line with mean ± standard deviation above the runs of one strategy</source>
        <translation>같은 전략의 실행들 위에 평균 ± 표준편차 줄을 보입니다</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>그룹별</translation>
    </message>
    <message>
        <source>By the word in the column Group</source>
        <translation>그룹 열의 단어로 묶습니다</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Table of runs</source>
        <translation>실행 표</translation>
    </message>
    <message>
        <source>No runs yet. Press Start, open a run, or choose Compare strategies: every run gets a line here.</source>
        <translation>아직 실행이 없습니다. 시작을 누르거나, 실행을 열거나, 전략 비교를 고르세요. 실행마다 여기에 한 줄이 생깁니다.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>거르기 지우기</translation>
    </message>
    <message>
        <source>%1, %2 shown</source>
        <comment>how many runs, how many of them</comment>
        <translation>%1, 표시 %2</translation>
    </message>
    <message>
        <source>No run matches “%1”.</source>
        <translation>“%1”에 맞는 실행이 없습니다.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Show or hide</source>
        <translation>표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>이것만 표시</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>메모 편집</translation>
    </message>
    <message>
        <source>Edit group</source>
        <translation>그룹 편집</translation>
    </message>
    <message>
        <source>Fork ...</source>
        <translation>분기 ...</translation>
    </message>
    <message>
        <source>What if ...</source>
        <translation>가상 실험 ...</translation>
    </message>
    <message>
        <source>Keep this what-if</source>
        <translation>이 가상 실험 남기기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Fold or unfold the group</source>
        <translation>그룹 접기 또는 펴기</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>처음 상태로</translation>
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
        <translation>%1, 가상 실험</translation>
    </message>
    <message>
        <source>%1 from %L2</source>
        <translation>%1 (갱신 %L2부터)</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, 시드 %2</translation>
    </message>
    <message>
        <source>Waits for a processor core to come free</source>
        <translation>프로세서 코어가 비기를 기다리는 중</translation>
    </message>
</context>
<context>
    <name>collapsar::SessionFlow</name>
    <message>
        <source>Sessions (*.collapsar)</source>
        <translation>세션 (*.collapsar)</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>세션 열기</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>Watch a folder of runs</source>
        <translation>실행 폴더 감시</translation>
    </message>
    <message>
        <source>Add a run</source>
        <translation>실행 추가</translation>
    </message>
</context>
<context>
    <name>collapsar::SettingRow</name>
    <message>
        <source>Browse ...</source>
        <translation>찾아보기 ...</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>%1 찾아보기</translation>
    </message>
    <message>
        <source>Text (*.txt *.txt.gz);;All files (*)</source>
        <translation>텍스트 (*.txt *.txt.gz);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>기본값: %1</translation>
    </message>
    <message>
        <source>Set %1 back to %2</source>
        <translation>%1: 기본값 %2(으)로 되돌리기</translation>
    </message>
</context>
<context>
    <name>collapsar::SettingsDialog</name>
    <message>
        <source>Start parameters</source>
        <translation>시작 매개변수</translation>
    </message>
    <message>
        <source>&amp;Apply changes to both runs</source>
        <translation>두 실행에 변경 적용(&amp;A)</translation>
    </message>
    <message>
        <source>What is changed in one tab is changed in the other too</source>
        <translation>한 탭에서 바꾼 것이 다른 탭에서도 바뀝니다</translation>
    </message>
    <message>
        <source>&amp;Second run</source>
        <translation>두 번째 실행(&amp;S)</translation>
    </message>
    <message>
        <source>Train two runs side by side on the same batches, or one alone</source>
        <translation>같은 배치로 두 실행을 나란히, 또는 하나만 학습합니다</translation>
    </message>
    <message>
        <source>Use for a new start</source>
        <translation>새로 시작할 때 사용</translation>
    </message>
    <message>
        <source>Run 2</source>
        <translation>실행 2</translation>
    </message>
    <message>
        <source>%1: needs a change</source>
        <comment>run whose settings have problems</comment>
        <translation>%1: 수정 필요</translation>
    </message>
</context>
<context>
    <name>collapsar::SettingsForm</name>
    <message>
        <source>Search settings</source>
        <translation>설정 검색</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>일치하는 설정이 없습니다.</translation>
    </message>
</context>
<context>
    <name>collapsar::SmallPlot</name>
    <message>
        <source>Fit to data</source>
        <translation>데이터에 맞추기</translation>
    </message>
    <message>
        <source>Export this plot...</source>
        <translation>이 그래프 내보내기...</translation>
    </message>
</context>
<context>
    <name>collapsar::Stage</name>
    <message numerus="yes">
        <source>%n more run(s) with curves only: hide one in the table of runs to see its picture here</source>
        <translation>
            <numerusform>곡선만 있는 실행 %n개 더 있음: 실행 표에서 하나를 숨기면 그 그림이 여기에 나타납니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::StageLook</name>
    <message>
        <source>x axis</source>
        <translation>x축</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>평활화</translation>
    </message>
    <message>
        <source>what a curve shows</source>
        <translation>곡선이 보여 주는 값</translation>
    </message>
    <message>
        <source>vertical axis</source>
        <translation>세로축</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>확대/축소</translation>
    </message>
    <message>
        <source>view</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>collapsar::StagePresenter</name>
    <message>
        <source>fork at %1</source>
        <translation>갱신 %1에서 분기</translation>
    </message>
    <message>
        <source>from %1 at %2</source>
        <comment>a fork: parent, update</comment>
        <translation>%1, 갱신 %2에서</translation>
    </message>
    <message>
        <source>Replay: press End to go on live, or continue from here</source>
        <translation>리플레이: End를 누르면 라이브로 돌아갑니다. 여기서 이어 갈 수도 있습니다</translation>
    </message>
</context>
<context>
    <name>collapsar::SwitchesCard</name>
    <message>
        <source>Aggressive</source>
        <translation>공격적 학습</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>Skip connections</source>
        <translation>스킵 연결</translation>
    </message>
    <message>
        <source>KL weight, number</source>
        <translation>KL 가중치, 숫자</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 가중치</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Re-initialise decoder</source>
        <translation>디코더 재초기화</translation>
    </message>
    <message>
        <source>Fresh decoder weights and optimiser state: gives a collapsed run another chance</source>
        <translation>디코더의 가중치와 옵티마이저 상태를 새로 만듭니다: 붕괴한 실행에 다시 기회를 줍니다</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Encoder learning rate</source>
        <translation>인코더 학습률</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>Freeze encoder</source>
        <translation>인코더 고정</translation>
    </message>
    <message>
        <source>Freeze decoder</source>
        <translation>디코더 고정</translation>
    </message>
    <message>
        <source>KL schedule</source>
        <translation>KL 스케줄</translation>
    </message>
    <message>
        <source>Switches of %1</source>
        <translation>%1의 스위치</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>시드 %1</translation>
    </message>
    <message>
        <source>at update %1</source>
        <translation>갱신 %1 시점</translation>
    </message>
    <message>
        <source>Free bits</source>
        <translation>프리 비트</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>collapsar::TimeLine</name>
    <message>
        <source>%1/s</source>
        <comment>pictures per second</comment>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1x</source>
        <comment>times the speed of training</comment>
        <translation>%1x</translation>
    </message>
    <message>
        <source>%1 pictures per second</source>
        <translation>초당 그림 %1개</translation>
    </message>
    <message>
        <source>%1 times the speed of training</source>
        <translation>학습 속도의 %1배</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Time line, updates</source>
        <translation>타임라인, 갱신</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>여기서 이어 가기</translation>
    </message>
    <message>
        <source>Show the newest data as they come (End)</source>
        <translation>최신 데이터를 들어오는 대로 표시 (End)</translation>
    </message>
    <message>
        <source>live, update %1</source>
        <translation>라이브, 갱신 %1</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message>
        <source>update %1 of %2, live goes on</source>
        <translation>갱신 %1 / %2, 라이브 계속 중</translation>
    </message>
    <message>
        <source>update %1 of %2</source>
        <translation>갱신 %1 / %2</translation>
    </message>
    <message>
        <source>Live goes on</source>
        <translation>라이브 계속 중</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>라이브</translation>
    </message>
    <message>
        <source>Move the cursor back first: at the newest update the runs go on by themselves</source>
        <translation>먼저 커서를 뒤로 옮기세요. 최신 갱신에서는 실행이 그대로 이어집니다</translation>
    </message>
    <message>
        <source>Train on from update %1 as a fork; the run itself stays as it is</source>
        <translation>갱신 %1부터 분기로 학습을 이어 갑니다. 원래 실행은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Pause the replay (Space)</source>
        <translation>리플레이 일시정지 (Space)</translation>
    </message>
    <message>
        <source>Replay from the beginning</source>
        <translation>처음부터 리플레이</translation>
    </message>
    <message>
        <source>Replay from here (Space)</source>
        <translation>여기서부터 리플레이 (Space)</translation>
    </message>
    <message>
        <source>Pause the replay</source>
        <translation>리플레이 일시정지</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>리플레이</translation>
    </message>
</context>
<context>
    <name>collapsar::TimeTrack</name>
    <message>
        <source>%1 at %2</source>
        <comment>what happened, update</comment>
        <translation>%1, 갱신 %2</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>collapsar::UnitHeatMap</name>
    <message>
        <source>Units</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Run whose units are shown</source>
        <translation>유닛을 표시할 실행</translation>
    </message>
    <message>
        <source>Units over time</source>
        <translation>시간에 따른 유닛</translation>
    </message>
    <message>
        <source>%1 of %2 active</source>
        <translation>%2개 중 %1개 활성</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>아직 측정되지 않음</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>실행 없음</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1: 아직 측정되지 않음</translation>
    </message>
    <message>
        <source>%1, update %2: %3 of %4 units active</source>
        <translation>%1, 갱신 %2: 유닛 %4개 중 %3개 활성</translation>
    </message>
    <message>
        <source>Units of %1</source>
        <translation>%1의 유닛</translation>
    </message>
    <message>
        <source>KL of each dimension</source>
        <translation>차원별 KL</translation>
    </message>
    <message>
        <source>Variance of posterior means</source>
        <translation>사후 평균의 분산</translation>
    </message>
    <message>
        <source>Largest KL on top</source>
        <translation>KL이 큰 순서로</translation>
    </message>
    <message>
        <source>In order of index</source>
        <translation>번호 순서로</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>latent dimension</source>
        <translation>잠재 차원</translation>
    </message>
    <message>
        <source>KL, nats</source>
        <translation>KL, nats</translation>
    </message>
    <message>
        <source>variance of means (line: active)</source>
        <translation>평균의 분산 (선: 활성)</translation>
    </message>
    <message>
        <source>active</source>
        <translation>활성</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>비활성</translation>
    </message>
    <message>
        <source>dimension %1, measured at update %2</source>
        <translation>차원 %1, 갱신 %2에서 측정</translation>
    </message>
    <message>
        <source>KL %1 nats</source>
        <translation>KL %1 nats</translation>
    </message>
    <message>
        <source>variance %1: %2 (from %3 on)</source>
        <translation>분산 %1: %2 (%3 이상이면 활성)</translation>
    </message>
</context>
<context>
    <name>collapsar::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New from preset...</source>
        <translation>프리셋으로 새로 만들기(&amp;N)...</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>프리셋(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;tart parameters...</source>
        <translation>시작 매개변수(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Open run...</source>
        <translation>실행 열기(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Recent runs</source>
        <translation>최근 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Interrupted runs...</source>
        <translation>중단된 실행(&amp;I)...</translation>
    </message>
    <message>
        <source>Save &amp;checkpoint...</source>
        <translation>체크포인트 저장(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>내보내기(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>Step &amp;encoder</source>
        <translation>인코더 한 단계(&amp;E)</translation>
    </message>
    <message>
        <source>Step &amp;decoder</source>
        <translation>디코더 한 단계(&amp;D)</translation>
    </message>
    <message>
        <source>Step &amp;update</source>
        <translation>갱신 한 단계(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reset, same seed</source>
        <translation>리셋, 같은 시드(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;seed</source>
        <translation>새 시드(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>속도(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;low motion</source>
        <translation>느리게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>관찰(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Full speed</source>
        <translation>최고 속도(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;One run</source>
        <translation>실행 하나(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Two runs</source>
        <translation>실행 둘(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>따라가기(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;it all</source>
        <translation>모두 맞추기(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;X axis</source>
        <translation>x축(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Updates</source>
        <translation>갱신(&amp;U)</translation>
    </message>
    <message>
        <source>E&amp;pochs</source>
        <translation>에포크(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation>초(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>평활(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>없음(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Light (0.6)</source>
        <translation>약하게 (0.6)(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Strong (0.9)</source>
        <translation>강하게 (0.9)(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Trails</source>
        <translation>자취(&amp;T)</translation>
    </message>
    <message>
        <source>St&amp;aircase</source>
        <translation>계단(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Own axes</source>
        <translation>개별 축(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;witches and events</source>
        <translation>스위치와 이벤트(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>발표 모드(&amp;P)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>테마(&amp;H)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>시스템 설정(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation>곡선(&amp;C)</translation>
    </message>
    <message>
        <source>Plot &amp;%1</source>
        <translation>그래프(&amp;%1)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Collapsar</source>
        <translation>Collapsar 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add a run to the stage...</source>
        <translation>스테이지에 실행 추가(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Watch a folder...</source>
        <translation>폴더 감시(&amp;W)...</translation>
    </message>
    <message>
        <source>Open &amp;session...</source>
        <translation>세션 열기(&amp;D)...</translation>
    </message>
    <message>
        <source>Sa&amp;ve session...</source>
        <translation>세션 저장(&amp;V)...</translation>
    </message>
    <message>
        <source>&amp;Figures of He et al.</source>
        <translation>He et al.의 그림(&amp;F)</translation>
    </message>
    <message>
        <source>Figure &amp;2: posterior mean spaces...</source>
        <translation>그림 &amp;2: 사후 평균 공간...</translation>
    </message>
    <message>
        <source>Figure &amp;3: one example&apos;s way...</source>
        <translation>그림 &amp;3: 한 예제의 경로...</translation>
    </message>
    <message>
        <source>Figures &amp;4 and 5: KL and mutual information...</source>
        <translation>그림 &amp;4와 5: KL과 상호 정보량...</translation>
    </message>
    <message>
        <source>Export the repla&amp;y...</source>
        <translation>리플레이 내보내기(&amp;Y)...</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare strategies...</source>
        <translation>전략 비교(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Fork here...</source>
        <translation>여기서 분기(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;What if...</source>
        <translation>가상 실험(&amp;W)...</translation>
    </message>
    <message>
        <source>&amp;Keep the what-ifs</source>
        <translation>가상 실험 남기기(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Throw the what-ifs away</source>
        <translation>가상 실험 버리기(&amp;T)</translation>
    </message>
    <message>
        <source>Table of &amp;runs</source>
        <translation>실행 표(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Differences</source>
        <translation>차이(&amp;D)</translation>
    </message>
    <message>
        <source>Latent &amp;units</source>
        <translation>잠재 유닛(&amp;U)</translation>
    </message>
    <message>
        <source>Latent &amp;plane</source>
        <translation>잠재 평면(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;ncoder updates</source>
        <translation>인코더 갱신(&amp;N)</translation>
    </message>
    <message>
        <source>Export the table of r&amp;uns...</source>
        <translation>실행 표 내보내기(&amp;U)...</translation>
    </message>
    <message>
        <source>About the &amp;data...</source>
        <translation>데이터 정보(&amp;D)...</translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation>측정값(&amp;M)</translation>
    </message>
    <message>
        <source>W&amp;ords</source>
        <translation>단어(&amp;O)</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsControls</name>
    <message>
        <source>What is written</source>
        <translation>생성할 문장</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation>재구성</translation>
    </message>
    <message>
        <source>Each example is encoded to z, and written again from there</source>
        <translation>각 예제를 z로 인코딩하고, 거기서 다시 문장을 생성합니다</translation>
    </message>
    <message>
        <source>From the prior</source>
        <translation>사전 분포</translation>
    </message>
    <message>
        <source>z is drawn of the prior N(0, I)</source>
        <translation>사전 분포 N(0, I)에서 z를 추출합니다</translation>
    </message>
    <message>
        <source>Between two</source>
        <translation>둘 사이</translation>
    </message>
    <message>
        <source>z goes in equal steps from one example&apos;s to another&apos;s</source>
        <translation>z가 한 예제의 z에서 다른 예제의 z까지 같은 간격으로 나아갑니다</translation>
    </message>
    <message>
        <source>z of an example</source>
        <translation>예제의 z</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>z is the mean of q(z|x)</source>
        <translation>z는 q(z|x)의 평균입니다</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>z is one draw of q(z|x)</source>
        <translation>z는 q(z|x)에서 한 번 추출한 것입니다</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>디코딩</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>그리디</translation>
    </message>
    <message>
        <source>The likeliest word at every position</source>
        <translation>위치마다 확률이 가장 높은 단어</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>샘플링</translation>
    </message>
    <message>
        <source>Every word is drawn of the model&apos;s distribution</source>
        <translation>모든 단어를 모델의 분포에서 추출합니다</translation>
    </message>
    <message>
        <source>Beam</source>
        <translation>빔</translation>
    </message>
    <message>
        <source>The likeliest sentence that a beam search finds</source>
        <translation>빔 탐색이 찾아낸 확률이 가장 높은 문장</translation>
    </message>
    <message>
        <source>Beam width</source>
        <translation>빔 너비</translation>
    </message>
    <message>
        <source>Beam width: how many beginnings the search keeps</source>
        <translation>빔 너비: 탐색이 유지하는 앞부분의 개수</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>온도</translation>
    </message>
    <message>
        <source>Temperature: logits are divided by it; 1 is the model&apos;s own distribution</source>
        <translation>온도: 로짓을 이 값으로 나눕니다. 1이면 모델 자체의 분포입니다</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>First example</source>
        <translation>첫 예제</translation>
    </message>
    <message>
        <source>Number of the first example, counted as in the posterior mean space</source>
        <translation>첫 예제의 번호. 사후 평균 공간에서와 같이 셉니다</translation>
    </message>
    <message>
        <source>from</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Second example</source>
        <translation>둘째 예제</translation>
    </message>
    <message>
        <source>to</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>%1 %, %2 left</source>
        <translation>%1 %, %2 남음</translation>
    </message>
    <message>
        <source>Exactly here</source>
        <translation>정확히 여기서</translation>
    </message>
    <message>
        <source>Made by the weights of the time cursor&apos;s own update, which are made again by training on from the checkpoint before it; takes a while, and ends when this is unticked. Else, and while a run trains, the newest checkpoint up to there writes, at once.</source>
        <translation>타임라인의 커서가 있는 바로 그 갱신의 가중치로 생성합니다. 그 앞의 체크포인트부터 다시 학습해 가중치를 재현하므로 시간이 걸리며, 선택을 해제하면 그칩니다. 선택하지 않았거나 실행이 학습 중이면 거기까지의 가장 최근 체크포인트로 바로 생성합니다.</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>다시 추출</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copies the table as text, separated by tabs</source>
        <translation>표를 탭으로 구분한 텍스트로 복사합니다</translation>
    </message>
    <message>
        <source>%L1  %2</source>
        <comment>number of an example, its words</comment>
        <translation>%L1  %2</translation>
    </message>
    <message>
        <source> points</source>
        <translation>개 점</translation>
    </message>
    <message>
        <source> sentences</source>
        <translation>개 문장</translation>
    </message>
    <message>
        <source>How many points on the line, both ends included</source>
        <translation>선 위에 있는 점의 개수, 양 끝 포함</translation>
    </message>
    <message>
        <source>How many sentences</source>
        <translation>문장의 개수</translation>
    </message>
    <message>
        <source>Other draws of z and of words: this is drawing %L1</source>
        <translation>z와 단어를 다르게 추출합니다. 지금은 %L1번째 추출입니다</translation>
    </message>
    <message>
        <source>Nothing is drawn: z is the mean, and words are the likeliest</source>
        <translation>추출하는 것이 없습니다. z는 평균이고, 단어는 확률이 가장 높은 것입니다</translation>
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
        <translation>z 없을 때와 같음</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsHeader</name>
    <message>
        <source>Writing...</source>
        <translation>생성 중...</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsModel</name>
    <message>
        <source>Original</source>
        <translation>원문</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>%1 from %2: %3</source>
        <comment>run, original or place, sentence</comment>
        <translation>%1, %2에서: %3</translation>
    </message>
    <message>
        <source>%1 (as without z)</source>
        <translation>%1 (z 없을 때와 같음)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>run, place</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>갱신 %1</translation>
    </message>
    <message>
        <source>%1, before %2</source>
        <translation>%1, %2 이전</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1, %2 이후</translation>
    </message>
    <message>
        <source>Nothing of this run is on disk, so there are no weights to write with.</source>
        <translation>이 실행은 디스크에 아무것도 없으므로 문장을 생성할 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>No checkpoint yet. The first one is written when training starts.</source>
        <translation>아직 체크포인트가 없습니다. 첫 체크포인트는 학습을 시작할 때 씁니다.</translation>
    </message>
    <message>
        <source>A language model has no z: it neither encodes a sentence nor goes from one to another. Choose From the prior to see what it writes by itself.</source>
        <translation>언어 모델에는 z가 없습니다. 문장을 인코딩하지도, 한 문장에서 다른 문장으로 나아가지도 않습니다. 모델이 스스로 생성하는 문장을 보려면 사전 분포를 고르세요.</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsPage</name>
    <message>
        <source>Writing</source>
        <translation>생성 중</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>No run is shown. Choose a preset and press Start, or open a run: the sentences that it writes appear here.</source>
        <translation>표시된 실행이 없습니다. 프리셋을 골라 시작을 누르거나 실행을 여세요. 실행이 생성하는 문장이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Writing...</source>
        <translation>생성 중...</translation>
    </message>
</context>
<context>
    <name>collapsar::WordsTable</name>
    <message>
        <source>Sentences that the runs write</source>
        <translation>실행이 생성하는 문장</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
</context>
</TS>
