// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/corpus.h"

#include "core/data/synthetic.h"
#include "core/data/synthetic_cache.h"
#include "core/data/text_corpus.h"
#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>

namespace collapsar {

namespace {

namespace fs = std::filesystem;

Result<Corpus> loadSynthetic(const Settings& settings, const LoadProgress& progress) {
    if (const auto cached = readSyntheticCache(settings)) return corpusOfTexts(*cached, "synthetic");
    auto made = generateSynthetic(settings, progress);
    if (!made) return made.error();
    (void)writeSyntheticCache(settings, made.value());
    return corpusOfTexts(made.value(), "synthetic");
}

/// Equal for settings that give the same corpus. Files count with size and time of change, so that an edited file is
/// read again.
std::string corpusKey(const Settings& settings) {
    std::string key;
    for (const SettingInfo& info : settingsTable()) {
        if (info.name.starts_with("synthetic_") != (settings.data == "synthetic") && info.name != "data") continue;
        if (info.group == SettingGroup::Data && info.name != "seed") key += settingText(settings, info.name) + '\0';
    }
    for (const std::string& path : {settings.data, settings.validation, settings.test}) {
        std::error_code sizeError, timeError;
        const auto size = fs::file_size(path, sizeError);
        const auto time = fs::last_write_time(path, timeError);
        if (sizeError || timeError) continue;
        key += path + '\0' + numberText(static_cast<std::uint64_t>(size)) + '\0';
        key += numberText(static_cast<std::int64_t>(time.time_since_epoch().count())) + '\0';
    }
    return key;
}

/// The corpora in use and those being loaded; the second to ask for one waits for the first.
class CorpusShelf {
public:
    Result<CorpusPointer> get(const Settings& settings, const LoadProgress& progress) {
        const std::string key = corpusKey(settings);
        while (true) {
            {
                std::unique_lock lock(m_mutex);
                Place& place = m_places[key];
                if (auto corpus = place.corpus.lock()) return corpus;
                if (!place.isLoading) {
                    place.isLoading = true;
                    break;
                }
                m_changed.wait_for(lock, std::chrono::milliseconds(50));
            }
            if (progress && !progress(0, "Waiting for the data"))
                return Error{ErrorCode::Interrupted, "Loading was cancelled."};
        }
        return load(key, settings, progress);
    }

private:
    struct Place {
        std::weak_ptr<const Corpus> corpus;
        bool isLoading = false;
    };

    /// Gives the place free again, also when loading throws.
    struct Loading {
        CorpusShelf& shelf;
        const std::string& key;
        CorpusPointer corpus;

        ~Loading() {
            const std::lock_guard lock(shelf.m_mutex);
            if (corpus) {
                shelf.m_places[key] = {corpus, false};
            } else {
                shelf.m_places.erase(key);
            }
            shelf.m_changed.notify_all();
        }
    };

    Result<CorpusPointer> load(const std::string& key, const Settings& settings, const LoadProgress& progress) {
        Loading loading{*this, key, nullptr};
        auto loaded =
            settings.data == "synthetic" ? loadSynthetic(settings, progress) : loadTextCorpus(settings, progress);
        if (!loaded) return loaded.error();
        loading.corpus = std::make_shared<const Corpus>(std::move(loaded).value());
        return loading.corpus;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::string, Place> m_places;
};

}  // namespace

std::string sentenceText(const Vocabulary& vocabulary, std::span<const std::int32_t> sentence) {
    std::string text;
    for (const std::int32_t token : sentence) {
        if (token == Vocabulary::start || token == Vocabulary::end || token == Vocabulary::padding) continue;
        if (token < 0 || token >= vocabulary.size()) continue;
        if (!text.empty()) text += ' ';
        text += vocabulary.words[static_cast<std::size_t>(token)];
    }
    return text;
}

Result<CorpusPointer> loadCorpus(const Settings& settings, const LoadProgress& progress) {
    static CorpusShelf shelf;
    return shelf.get(settings, progress);
}

}  // namespace collapsar
