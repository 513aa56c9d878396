#pragma once
// IntentModel: which intent a message is most like, learnt from example lines when content is
// loaded. A linear softmax over the features of `features.h` and the meaning of `meaning.h`. Not
// for patterns, which win over it, nor for what to do then.
//
//   const IntentModel model = IntentModel::train(examples, {.seed = 1});
//   const IntentModel::Reading reading = model.read(text);
//   reading.guesses[0].intent; reading.in_scope; model.evidence(text, reading)[0];
//
// Trained by one example at a time with row-wise AdaGrad, smoothed targets and dropout of features
// (a meaning is seen whole: what stands for a word that is left out stays). A fifth of
// the examples is held out from a trial to learn how far the model may be believed: confidences are
// scaled by a temperature, and a message below what nearly all held-out examples reach is out of
// scope. The share of a message that the dictionary knows scales them too: it leaves the order of
// the guesses alone and tells strange messages from clear ones.
// Sources: J. Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient Methods" (2011); C. Guo et al., "On
// Calibration of Modern Neural Networks" (2017).
// Threads: immutable once trained. The same examples and
// seed give the same bytes. Failure: none; without examples it guesses nothing.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/both.h"
#include "base/bytes.h"
#include "understand/dictionary.h"
#include "understand/meaning.h"
#include "understand/understanding.h"

namespace keel {

struct IntentExamples {
  std::string id;
  std::vector<std::string> lines;
};

struct IntentModelOptions {
  uint64_t seed = 1;
  uint32_t epochs = 0;            // 0: by the number of examples
  float smoothing = 0.2F;         // of the target towards all intents
  float dropout = 0.4F;           // of what each step sees of its example's features
  float rejected_share = 0.05F;   // of held-out examples that fall out of scope
  bool names_as_examples = true;  // "urge-to-contact" is one more example: urge to contact
  float meaning_length = 3.0F;    // where each block of features has about 1
};

class IntentModel {
 public:
  struct Guess {
    uint32_t intent = 0;
    float confidence = 0;
  };
  struct Reading {
    std::vector<Guess> guesses;  // best first, at most `guesses_max`
    bool in_scope = false;
    std::vector<float> shares;  // of every intent, adding up to 1
    std::vector<Feature> features;
    Meaning meaning{};
  };
  static constexpr size_t guesses_max = 5;

  // Of the trial, which had not seen these lines.
  struct Mistake {
    uint32_t intent = 0;
    uint32_t line = 0;  // of the intent's
    uint32_t taken_for = 0;
  };

  // `both`: the model and the trial from which it learns how far to believe itself.
  static IntentModel train(std::span<const IntentExamples> intents,
                           const IntentModelOptions& options, const Both& both = in_turn);

  Reading read(const Text& text) const;
  // For each guess of the reading, the words that spoke most for it, against the average intent.
  std::vector<std::vector<Evidence>> evidence(const Text& text, const Reading& reading) const;
  bool in_scope(float confidence) const { return confidence >= threshold_; }

  const std::string& id(uint32_t intent) const { return ids_[intent]; }
  uint32_t size() const { return static_cast<uint32_t>(ids_.size()); }
  float temperature() const { return temperature_; }
  float threshold() const { return threshold_; }
  std::span<const Mistake> mistakes() const { return mistakes_; }
  // How many lines of the intent the trial was asked.
  uint32_t tried(uint32_t intent) const { return tried_.empty() ? 0 : tried_[intent]; }
  uint32_t rows() const { return static_cast<uint32_t>(scales_.size()); }
  // All of it, for a cache on the same machine; about half a byte a weight and eight a feature.
  void append_to(BytesOut& out) const;
  // False when the bytes are not those of a model; `model` is then of no use.
  static bool take(BytesIn& in, IntentModel& model);
  // Over all weights: for tests of sameness.
  uint64_t fingerprint() const;

 private:
  // One weight a guess.
  using GuessWeights = std::array<float, guesses_max>;

  const uint8_t* row(uint32_t number) const;
  // The weights of the row for each guess, above the row's average, times `factor`.
  GuessWeights weights(const Reading& reading, uint32_t number, float factor) const;
  void average_rows();
  void scores(const Reading& reading, std::vector<float>& out) const;
  void add_features(const Reading& reading, std::vector<GuessWeights>& by_token) const;
  void add_meanings(const Text& text, const Reading& reading,
                    std::vector<GuessWeights>& by_token) const;

  std::vector<std::string> ids_;
  Dictionary dictionary_;
  float meaning_length_ = 0;
  size_t columns_ = 0;  // intents, padded
  // Packed row after row, in steps of the row's scale: the dictionary's, then one for each number
  // of the meaning.
  std::vector<uint8_t> weights_;
  std::vector<float> scales_;
  std::vector<float> averages_;  // of each row, in the same steps; worked out from it
  std::vector<float> bias_;
  float temperature_ = 1;
  float threshold_ = 0;
  std::vector<Mistake> mistakes_;
  std::vector<uint32_t> tried_;
};

}  // namespace keel
