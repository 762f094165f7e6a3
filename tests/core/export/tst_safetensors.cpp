// SPDX-License-Identifier: GPL-3.0-or-later
#include <torch/torch.h>

#include "core/export/safetensors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QtTest>

#include <algorithm>
#include <cstring>

using namespace collapsar;

namespace {

/// V, E, encoder H, decoder H, Z: all different, so that no shape fits another's place.
const ModelShape shape{.vocabulary = 7, .embedding = 3, .encoderHidden = 4, .decoderHidden = 5, .latent = 2};

/// Every float its own number.
Parameters numbered() {
    Parameters weights{.shape = shape, .encoder = {}, .decoder = {}, .pooling = Pooling::Max, .skip = true};
    weights.encoder.resize(static_cast<std::size_t>(encoderLayout(shape).size));
    weights.decoder.resize(static_cast<std::size_t>(decoderLayout(shape).size));
    float next = 0.5F;
    for (float& value : weights.encoder)
        value = next++;
    for (float& value : weights.decoder)
        value = -next++;
    return weights;
}

WeightsOrigin origin() {
    WeightsOrigin origin;
    origin.name = "Skip \"é\"";
    origin.id = "0f8fad5b";
    origin.settings.seed = 18446744073709551615U;
    origin.settings.skip = false;
    origin.switches = {parseIntervention("12.3:skip=on").value()};
    origin.at = {200, 4};
    origin.numerics = "kernels 3";
    return origin;
}

/// A reader by the format's description, with Qt's JSON instead of the writer's.
struct File {
    QJsonObject tensors, metadata;
    std::string body;
    std::size_t bodyBegin = 0;
};

File parsed(const std::string& bytes) {
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i)
        length = length << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
    File file;
    file.bodyBegin = 8 + length;
    file.tensors = QJsonDocument::fromJson(QByteArray(bytes.data() + 8, static_cast<int>(length))).object();
    file.metadata = file.tensors.take("__metadata__").toObject();
    file.body = bytes.substr(file.bodyBegin);
    return file;
}

torch::Tensor tensorOf(const File& file, const QString& name) {
    const QJsonObject entry = file.tensors[name].toObject();
    std::vector<std::int64_t> sizes;
    for (const QJsonValue& size : entry["shape"].toArray())
        sizes.push_back(size.toInteger());
    torch::Tensor tensor = torch::empty(sizes);
    const QJsonArray offsets = entry["data_offsets"].toArray();
    const auto begin = offsets[0].toInteger(), end = offsets[1].toInteger();
    if (end - begin != tensor.numel() * 4) return {};
    std::memcpy(tensor.data_ptr(), file.body.data() + begin, static_cast<std::size_t>(end - begin));
    return tensor;
}

/// Copies PREFIX.weight_ih_l0 ... into the module; false when a name or a shape is not the module's.
bool load(torch::nn::LSTM& lstm, const File& file, const QString& prefix) {
    torch::NoGradGuard noGrad;
    for (auto& parameter : lstm->named_parameters()) {
        const torch::Tensor tensor = tensorOf(file, prefix + QString::fromStdString(parameter.key()));
        if (!tensor.defined() || tensor.sizes() != parameter.value().sizes()) return false;
        parameter.value().copy_(tensor);
    }
    return lstm->named_parameters().size() == 4;
}

}  // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesFollowTheFormat();
    void tensorsCoverTheFileWithoutGaps();
    void lstmsOfTorchTakeTheWeights();
    void gatesStandInTorchsOrder();
    void valuesAreThoseOfTheBlocks();
    void metadataTellsTheRun();
    void unwritablePlaceIsAnError();
};

void TestSafetensors::bytesFollowTheFormat() {
    const std::string bytes = safetensorsBytes(origin(), numbered());
    const File file = parsed(bytes);
    QCOMPARE(bytes[8], '{');
    QCOMPARE(file.bodyBegin % 64, std::size_t{0});
    const std::string header = safetensorsHeader(origin(), numbered());
    QCOMPARE(bytes.substr(8, header.size()), header);
    QCOMPARE(bytes.substr(8 + header.size(), file.bodyBegin - 8 - header.size()).find_first_not_of(' '),
             std::string::npos);
    QCOMPARE(file.tensors.size(), 14);
    for (const QString& name : file.tensors.keys())
        QCOMPARE(file.tensors[name].toObject()["dtype"].toString(), QString("F32"));
}

void TestSafetensors::tensorsCoverTheFileWithoutGaps() {
    const File file = parsed(safetensorsBytes(origin(), numbered()));
    std::vector<std::pair<qint64, qint64>> places;
    for (const QString& name : file.tensors.keys()) {
        const QJsonArray offsets = file.tensors[name].toObject()["data_offsets"].toArray();
        places.emplace_back(offsets[0].toInteger(), offsets[1].toInteger());
    }
    std::sort(places.begin(), places.end());
    qint64 end = 0;
    for (const auto& [from, to] : places) {
        QCOMPARE(from, end);
        end = to;
    }
    QCOMPARE(static_cast<std::size_t>(end), file.body.size());
}

void TestSafetensors::lstmsOfTorchTakeTheWeights() {
    const File file = parsed(safetensorsBytes(origin(), numbered()));
    torch::nn::LSTM encoder(torch::nn::LSTMOptions(shape.embedding, shape.encoderHidden));
    torch::nn::LSTM decoder(torch::nn::LSTMOptions(shape.embedding + shape.latent, shape.decoderHidden));
    QVERIFY(load(encoder, file, "encoder.lstm."));
    QVERIFY(load(decoder, file, "decoder.lstm."));
    const auto sizes = [&](const char* name) { return tensorOf(file, name).sizes().vec(); };
    QCOMPARE(sizes("encoder.embedding.weight"), (std::vector<std::int64_t>{7, 3}));
    QCOMPARE(sizes("encoder.linear.weight"), (std::vector<std::int64_t>{4, 4}));
    QCOMPARE(sizes("decoder.embedding.weight"), (std::vector<std::int64_t>{7, 3}));
    QCOMPARE(sizes("decoder.latent_to_cell.weight"), (std::vector<std::int64_t>{5, 2}));
    QCOMPARE(sizes("decoder.output.weight"), (std::vector<std::int64_t>{7, 5}));
    QCOMPARE(sizes("decoder.skip.weight"), (std::vector<std::int64_t>{7, 2}));
}

/// One cell, all weights 0, biases of one gate each: i, f and o open, g as given, by the equations of the LSTM. A cell
/// built from another order of gates ends elsewhere.
void TestSafetensors::gatesStandInTorchsOrder() {
    const ModelShape one{.vocabulary = 2, .embedding = 1, .encoderHidden = 1, .decoderHidden = 1, .latent = 1};
    Parameters weights{.shape = one, .encoder = {}, .decoder = {}};
    const EncoderLayout layout = encoderLayout(one);
    weights.encoder.resize(static_cast<std::size_t>(layout.size));
    weights.decoder.resize(static_cast<std::size_t>(decoderLayout(one).size));
    const std::vector<float> gates{1, -1, 0.5F, 2};  // i, f, g, o
    std::copy(gates.begin(), gates.end(), weights.encoder.begin() + layout.lstm[0].biasIh.offset);
    const File file = parsed(safetensorsBytes(origin(), weights));
    torch::nn::LSTM lstm(torch::nn::LSTMOptions(1, 1));
    QVERIFY(load(lstm, file, "encoder.lstm."));
    torch::NoGradGuard noGrad;
    const auto output = std::get<0>(lstm->forward(torch::zeros({2, 1, 1})));
    const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
    double cell = 0, hidden = 0;
    for (int step = 0; step < 2; ++step) {
        cell = sigmoid(-1) * cell + sigmoid(1) * std::tanh(0.5);
        hidden = sigmoid(2) * std::tanh(cell);
    }
    QVERIFY(std::abs(output[1].item<double>() - hidden) < 1e-6);
}

void TestSafetensors::valuesAreThoseOfTheBlocks() {
    const Parameters weights = numbered();
    const File file = parsed(safetensorsBytes(origin(), weights));
    const auto check = [&](const std::vector<ParameterBlock>& sideBlocks, const std::vector<float>& values) {
        for (const ParameterBlock& block : sideBlocks) {
            const torch::Tensor tensor = tensorOf(file, QString::fromStdString(block.name)).flatten();
            QCOMPARE(tensor.numel(), block.size());
            QVERIFY(std::equal(tensor.data_ptr<float>(), tensor.data_ptr<float>() + tensor.numel(),
                               values.begin() + block.offset));
        }
    };
    check(blocks(encoderLayout(shape)), weights.encoder);
    check(blocks(decoderLayout(shape)), weights.decoder);
}

void TestSafetensors::metadataTellsTheRun() {
    const QJsonObject metadata = parsed(safetensorsBytes(origin(), numbered())).metadata;
    for (const QJsonValue& value : metadata)
        QVERIFY(value.isString());
    QCOMPARE(metadata["run"].toString(), QString::fromUtf8("Skip \"é\""));
    QCOMPARE(metadata["update"].toString(), QString("200"));
    QCOMPARE(metadata["inner"].toString(), QString("4"));
    QCOMPARE(metadata["seed"].toString(), QString("18446744073709551615"));
    QCOMPARE(metadata["gate_order"].toString(), QString("i, f, g, o"));
    QCOMPARE(metadata["skip"].toString(), QString("on"));
    QCOMPARE(metadata["pooling"].toString(), QString("max"));
    QCOMPARE(metadata["numerics"].toString(), QString("kernels 3"));
    const QJsonObject settings = QJsonDocument::fromJson(metadata["settings"].toString().toUtf8()).object();
    QCOMPARE(settings["skip"].toBool(true), false);
    QCOMPARE(settings["batch"].toInt(), 16);
    const QJsonArray switches = QJsonDocument::fromJson(metadata["switches"].toString().toUtf8()).array();
    QCOMPARE(switches.size(), 1);
    QCOMPARE(switches[0].toString(), QString("12.3:skip=on"));
}

void TestSafetensors::unwritablePlaceIsAnError() {
    QCOMPARE(writeSafetensors("/dev/full", origin(), numbered()).error().code, ErrorCode::FileUnwritable);
    QTemporaryDir folder;
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "w.safetensors";
    QVERIFY(writeSafetensors(path, origin(), numbered()).ok());
    QCOMPARE(std::filesystem::file_size(path), safetensorsBytes(origin(), numbered()).size());
}

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
