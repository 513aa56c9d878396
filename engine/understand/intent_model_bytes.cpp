// A trained model as bytes, and back.
#include "base/hash.h"
#include "understand/intent_model.h"
#include "understand/rows.h"

namespace keel {

void IntentModel::append_to(BytesOut& out) const {
  out.value(static_cast<uint64_t>(ids_.size()));
  for (const std::string& id : ids_) out.text(id);
  dictionary_.append_to(out);
  out.value(meaning_length_);
  out.value(static_cast<uint64_t>(columns_));
  out.values(weights_);
  out.values(scales_);
  out.values(bias_);
  out.value(temperature_);
  out.value(threshold_);
  out.values(mistakes_);
  out.values(tried_);
}

bool IntentModel::take(BytesIn& in, IntentModel& model) {
  uint64_t count = 0;
  if (!in.value(count)) return false;
  model.ids_.clear();
  for (uint64_t i = 0; i < count; ++i) {
    std::string id;
    if (!in.text(id)) return false;
    model.ids_.push_back(std::move(id));
  }
  uint64_t columns = 0;
  const bool whole = Dictionary::take(in, model.dictionary_) && in.value(model.meaning_length_) &&
                     in.value(columns) && in.values(model.weights_) && in.values(model.scales_) &&
                     in.values(model.bias_) && in.value(model.temperature_) &&
                     in.value(model.threshold_) && in.values(model.mistakes_) &&
                     in.values(model.tried_);
  if (!whole) return false;
  model.columns_ = columns;
  if (count == 0) return model.weights_.empty();
  const size_t rows = model.dictionary_.row_count() + gloss_width;
  const bool fits = columns == padded(count) && model.bias_.size() == columns &&
                    model.scales_.size() == rows &&
                    model.weights_.size() == packed_bytes(rows * columns);
  if (fits) model.average_rows();
  return fits;
}

uint64_t IntentModel::fingerprint() const {
  BytesOut out;
  append_to(out);
  return hash_of(out.take());
}

}  // namespace keel
