#pragma once
// program_json: a compiled coach as one JSON document, and back. The document holds everything
// that respond() needs (flows, slots, help lines, what the reader is built from), so that an
// engine loads it without the compiler and says the same, letter for letter. Its form is
// `program.schema.json`; any program may write such documents.
//
//   std::string json = program_to_json(*compiled.program, *compiled.content, compiled.seed);
//   Result<Loaded> loaded = program_from_json(json);
//   if (!loaded) print(loaded.error().message);   // "/flows/pause/code/12/to: no label \"x\" ..."
//   Response response = respond(*loaded->program, session, journal, event);
//
// Instructions are named by labels where something leads to them, never by number: a label is made
// of the name of the part, question or wait that leads there, so that a line put in somewhere
// changes the document there and nowhere else. Enumerators are words, keys stand in a fixed order,
// and the same program is always the same bytes. Where a sentence stands in its script is left out,
// and so are the labels of another writer: a document that was loaded and written again has ours.
//
// A document that was made by hand is held to all that the compiler ensures (validate.h), so that
// what was loaded is as safe to run as what was compiled.
// Threads: pure. Failure: an Error whose message is a JSON Pointer (RFC 6901) and a sentence.
// Limits: 32 MiB, 48 levels, strings of 64 KiB.
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "dialog/program.h"

namespace keel {

constexpr int program_format = 1;

struct Loaded {
  std::shared_ptr<const Program> program;
  std::shared_ptr<const ReaderContent> content;
  uint64_t seed = 1;  // of the reader
};

std::string program_to_json(const Program& program, const ReaderContent& content, uint64_t seed);

// `quickly`: all but the reader, whose training takes most of the time: `program->reader` is null,
// and nothing can be said to it.
enum class Loading : uint8_t { whole, quickly };
Result<Loaded> program_from_json(std::string_view json, Loading loading = Loading::whole,
                                 const Both& both = in_turn, const Learn& learn = learn_intents);

// The JSON Schema (draft 2020-12) of the document.
std::string_view program_schema();

}  // namespace keel
