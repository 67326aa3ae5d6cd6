#include <algorithm>

#include "derivation_words.hpp"
#include "recoup/report/json_writer.hpp"

namespace recoup {
namespace {

class DerivationJson {
 public:
  explicit DerivationJson(const DerivationContext& context) : context_(context) {}

  std::string take() { return json_.take(); }

  void begin() {
    json_.begin_object()
        .member("case", context_.trace.case_id)
        .member("question", context_.question);
    write_optional("as_at", context_.trace.as_at);
  }

  void end() {
    json_.name("unresolved").begin_array();
    for (const Unresolved& unresolved : context_.trace.unresolved) {
      json_.begin_object()
          .member("what", unresolved.what)
          .member("why", unresolved.why)
          .end_object();
    }
    json_.end_array().end_object();
  }

  void write_method(const Derivation& derivation) {
    const TracingMethod method = derivation.trace.method;
    json_.member("method", text(method))
        .member("authority", authority(method))
        .member("rule", rule_in_words(method));
  }

  void write_steps(const Derivation& derivation) {
    json_.name("steps").begin_array();
    for (const DerivationStep& step : derivation.steps) write(step);
    json_.end_array();
    json_.members("sentences", derivation_sentences(context_, derivation));
    json_.name("documents").begin_array();
    const DerivationWords words(context_, derivation);
    for (const auto& cited : words.documents()) {
      json_.begin_object()
          .member("mark", cited.mark)
          .member("name", cited.name)
          .member("digest", cited.digest.text())
          .end_object();
    }
    json_.end_array();
  }

  void write_results(const Derivation& derivation) {
    json_.members("result", derivation_results(context_, derivation));
    json_.name("payments").begin_array();
    for (const std::uint32_t row : context_.target.movements) write_payment(derivation, row);
    json_.end_array();
  }

  void write_parting(const Derivation& one, const Derivation& other) {
    const auto row = first_difference(one.trace, other.trace);
    json_.name("parting");
    if (!row) {
      json_.null();
      return;
    }
    json_.begin_object().member("movement", id_of(*row));
    json_.name("methods").begin_array();
    for (const Derivation* each : {&one, &other}) {
      json_.begin_object();
      write_method(*each);
      json_.name("step");
      const auto step = std::find_if(
          each->steps.begin(), each->steps.end(), [&](const DerivationStep& candidate) {
            return candidate.kind == DerivationStep::Kind::movement && candidate.movement == *row;
          });
      if (step == each->steps.end()) {
        json_.null();
      } else {
        write(*step);
      }
      write_results(*each);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

 private:
  [[nodiscard]] const Ledger& ledger() const { return *context_.trace.ledger; }

  [[nodiscard]] std::string id_of(std::uint32_t row) const {
    return movement_id(ledger(), context_.movements->in_order[row]);
  }

  void write_optional(std::string_view name, const std::optional<std::string>& value) {
    json_.name(name);
    if (value) {
      json_.text(*value);
    } else {
      json_.null();
    }
  }

  void write_lots(std::string_view name, const std::vector<Lot>& lots, Currency currency) {
    json_.name(name).begin_array();
    for (const Lot& lot : lots) {
      json_.begin_object().name("source");
      if (lot.tag == Lot::clean) {
        json_.null();
      } else {
        json_.text((*context_.trace.sources)[lot.tag].id);
      }
      json_.member("amount", Money(lot.amount, currency).plain()).end_object();
    }
    json_.end_array();
  }

  void write_account(std::string_view name, const std::optional<AccountStep>& step) {
    json_.name(name);
    if (!step) {
      json_.null();
      return;
    }
    json_.begin_object()
        .member("account", ledger().accounts[index(step->account)])
        .member("currency", step->currency.code())
        .member("balance_before", Money(step->balance_before, step->currency).plain())
        .member("balance_after", Money(step->balance_after, step->currency).plain());
    write_lots("before", step->before, step->currency);
    write_lots("after", step->after, step->currency);
    json_.end_object();
  }

  void write(const DerivationStep& step) {
    json_.begin_object();
    switch (step.kind) {
      case DerivationStep::Kind::opening: json_.member("kind", "opening"); break;
      case DerivationStep::Kind::gap: json_.member("kind", "gap"); break;
      case DerivationStep::Kind::movement:
        json_.member("kind", "movement").member("movement", id_of(step.movement));
        break;
    }
    if (step.kind != DerivationStep::Kind::opening) {
      const LegRow leg = step.kind == DerivationStep::Kind::gap
                             ? step.leg
                             : context_.movements->in_order[step.movement].leg();
      const RecordPlace& place = ledger().place[index(leg)];
      json_.member("booked_at", ledger().booked_at[index(leg)].text())
          .member("document", place.document.text())
          .name("line")
          .integer(place.line);
    }
    const Currency currency = step.paid ? step.paid->currency : step.received->currency;
    write_lots("moved", step.moved, currency);
    const Currency arrived = step.received ? step.received->currency : currency;
    write_lots("repaid", step.repaid, arrived);
    write_lots("attributed", step.attributed, arrived);
    write_account("paid", step.paid);
    write_account("received", step.received);
    json_.end_object();
  }

  void write_payment(const Derivation& derivation, std::uint32_t row) {
    const LegRow leg = context_.movements->in_order[row].leg();
    const Currency currency = ledger().currency[index(leg)];
    json_.begin_object().member("movement", id_of(row)).member("currency", currency.code());
    json_.name("traced").begin_array();
    for (const Carried& carried : derivation.trace.carried) {
      if (carried.movement != row) continue;
      json_.begin_object()
          .member("source", (*context_.trace.sources)[carried.source].id)
          .member("amount", Money(carried.amount, currency).plain())
          .end_object();
    }
    json_.end_array().end_object();
  }

  const DerivationContext& context_;
  JsonWriter json_;
};

}  // namespace

std::string derivation_json(const DerivationContext& context, const Derivation& derivation) {
  DerivationJson json(context);
  json.begin();
  json.write_method(derivation);
  json.write_steps(derivation);
  json.write_results(derivation);
  json.end();
  return json.take();
}

std::string parting_json(const DerivationContext& context, const Derivation& one,
                         const Derivation& other) {
  DerivationJson json(context);
  json.begin();
  json.write_parting(one, other);
  json.end();
  return json.take();
}

}  // namespace recoup
