// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic_cache.h"

#include "core/data/sha256.h"
#include "core/data/synthetic.h"
#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <unistd.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>

namespace collapsar {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view stampName = "stamp.txt";

struct CachedFile {
    std::string_view name;
    std::string CorpusTexts::*text;
    int Settings::*sentences;
};
constexpr std::array cachedFiles{CachedFile{"training.txt", &CorpusTexts::training, &Settings::syntheticTraining},
                                 CachedFile{"validation.txt", &CorpusTexts::validation, &Settings::syntheticValidation},
                                 CachedFile{"test.txt", &CorpusTexts::test, &Settings::syntheticTest}};

/// What the sentences depend on, as text.
std::string generatorText(const Settings& settings) {
    std::string text = "collapsar synthetic sentences, version " + numberText(syntheticVersion) + "\n";
    for (const SettingInfo& info : settingsTable()) {
        if (!info.name.starts_with("synthetic_")) continue;
        text.append(info.name).append(" ").append(settingText(settings, info.name)).append("\n");
    }
    return text;
}

std::string stampText(const Settings& settings, const CorpusTexts& texts) {
    std::string stamp = generatorText(settings);
    for (const CachedFile& file : cachedFiles) {
        const std::string& text = texts.*file.text;
        stamp.append(file.name).append(" ").append(numberText(static_cast<std::uint64_t>(text.size())));
        stamp.append(" ").append(sha256Of(text)).append("\n");
    }
    return stamp;
}

std::optional<std::string> readFile(const fs::path& path, std::uintmax_t maximumBytes) {
    std::error_code error;
    const auto bytes = fs::file_size(path, error);
    if (error || bytes > maximumBytes) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::string text(bytes, '\0');
    if (!file.read(text.data(), static_cast<std::streamsize>(bytes))) return std::nullopt;
    return text;
}

bool writeFile(const fs::path& path, const std::string& text) {
    const fs::path temporary = path.string() + ".new-" + numberText(static_cast<std::int64_t>(::getpid()));
    std::ofstream file(temporary, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    std::error_code error;
    if (file) fs::rename(temporary, path, error);
    if (file && !error) return true;
    fs::remove(temporary, error);
    return false;
}

/// The longest a split's text can be: every word has at most 5 digits and a separator.
std::uintmax_t maximumBytes(const Settings& settings, const CachedFile& file) {
    return static_cast<std::uintmax_t>(settings.*file.sentences) *
           static_cast<std::uintmax_t>(settings.syntheticLength) * 6;
}

}  // namespace

fs::path syntheticCacheFolder(const Settings& settings) {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    fs::path base;
    if (cache && fs::path(cache).is_absolute()) {
        base = cache;
    } else if (home && *home) {
        base = fs::path(home) / ".cache";
    } else {
        return {};
    }
    return base / "collapsar" / ("synthetic-" + sha256Of(generatorText(settings)).substr(0, 16));
}

std::optional<CorpusTexts> readSyntheticCache(const Settings& settings) {
    const fs::path folder = syntheticCacheFolder(settings);
    if (folder.empty()) return std::nullopt;
    CorpusTexts texts;
    for (const CachedFile& file : cachedFiles) {
        auto text = readFile(folder / file.name, maximumBytes(settings, file));
        if (!text || std::count(text->begin(), text->end(), '\n') != settings.*file.sentences) return std::nullopt;
        texts.*file.text = std::move(*text);
    }
    const std::string expected = stampText(settings, texts);
    if (readFile(folder / stampName, expected.size()) != expected) return std::nullopt;
    return texts;
}

bool writeSyntheticCache(const Settings& settings, const CorpusTexts& texts) {
    const fs::path folder = syntheticCacheFolder(settings);
    if (folder.empty()) return false;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return false;
    const bool isWritten = std::ranges::all_of(
        cachedFiles, [&](const CachedFile& file) { return writeFile(folder / file.name, texts.*file.text); });
    return isWritten && writeFile(folder / stampName, stampText(settings, texts));
}

}  // namespace collapsar
