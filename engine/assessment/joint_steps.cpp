#include <algorithm>
#include <utility>

#include "items.hpp"
#include "matter_steps.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr const char* authority = "R v Ahmad; R v Fields [2014] UKSC 36";

Money floored(Money amount) { return amount.is_negative() ? Money(0, gbp) : amount; }

bool in_sterling(const Maybe<Money>& amount) {
  return amount.has_value() && amount->value.currency() == gbp;
}

/// What was received so far, of one member and of all.
class Receipts {
 public:
  static Result<Receipts> of(const JointBenefit& joint, Date as_at) {
    Receipts receipts;
    const std::string name = "joint_benefit/" + joint.id + "/receipts[";
    for (std::size_t i = 0; i < joint.receipts.size(); ++i) {
      const JointReceipt& receipt = joint.receipts[i];
      const std::string place = name + std::to_string(i) + "]: ";
      if (!in_sterling(receipt.amount)) {
        receipts.missing_.push_back(place + "amount in sterling");
        continue;
      }
      if (!receipt.on) receipts.missing_.push_back(place + "the day it was received");
      if (receipt.on && receipt.on->value > as_at) {
        ++receipts.later_;
        continue;
      }
      receipts.counted_.push_back(&receipt);
      RECOUP_TRY(sum, receipts.all_.plus(receipt.amount->value));
      receipts.all_ = sum;
    }
    return receipts;
  }

  [[nodiscard]] Money all() const { return all_; }
  [[nodiscard]] int later() const { return later_; }
  [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }
  [[nodiscard]] Result<Money> from(const std::string& member) const {
    Money sum(0, gbp);
    for (const JointReceipt* receipt : counted_) {
      if (receipt->member != member) continue;
      RECOUP_TRY(more, sum.plus(receipt->amount->value));
      sum = more;
    }
    return sum;
  }
  /// Where receipts from others than `member` are stated; from everyone where it is empty.
  [[nodiscard]] std::vector<StatedPlace> cited(const std::string& member) const {
    std::vector<StatedPlace> places;
    for (const JointReceipt* receipt : counted_) {
      if (receipt->member != member) places.push_back(receipt->amount->citation);
    }
    return places;
  }

 private:
  std::vector<const JointReceipt*> counted_;
  Money all_{0, gbp};
  int later_ = 0;
  std::vector<std::string> missing_;
};

/// What can still be enforced against one member.
Result<void> write_member(StepList& steps, const JointBenefit& joint, const JointMember& member,
                          const Receipts& receipts) {
  if (!in_sterling(member.order)) {
    steps.want(
        steps.add("What can be enforced against " + member.name + " cannot be said.", authority),
        {"joint_benefit/" + joint.id + ": the order against " + member.name + " in sterling"});
    return {};
  }
  RECOUP_TRY(own, receipts.from(member.name));
  RECOUP_TRY(own_rest, member.order->value.minus(own));
  RECOUP_TRY(joint_rest, joint.amount->value.minus(receipts.all()));
  const Money balance = floored(own_rest);
  const Money left = floored(joint_rest);
  const Money enforceable = balance.compare(left) < 0 ? balance : left;
  RECOUP_TRY(others, receipts.all().minus(own));
  Step& step = steps.add(
      member.name + ": of the order of " + pounds(member.order->value) + " " + pounds(balance) +
          " is unpaid; after " + pounds(others) + " from others " + pounds(left) +
          " of the joint benefit is left, so that " + pounds(enforceable) + " can be enforced.",
      authority);
  step.figure = enforceable;
  step.citations.push_back(member.order->citation);
  for (StatedPlace& place : receipts.cited(member.name)) step.citations.push_back(std::move(place));
  steps.want(step, receipts.missing());
  return {};
}

Result<void> write_joint(StepList& steps, const JointBenefit& joint, Date as_at) {
  const std::string name = "joint_benefit/" + joint.id;
  if (!in_sterling(joint.amount) || joint.members.size() < 2) {
    Step& step = steps.add("Joint benefit " + joint.id + ": what can be enforced cannot be said.",
                           authority);
    step.citations.push_back(joint.entry);
    if (!in_sterling(joint.amount)) steps.want(step, {name + ": its amount in sterling"});
    if (joint.members.size() < 2) steps.want(step, {name + ": who obtained it together"});
    return {};
  }
  RECOUP_TRY(receipts, Receipts::of(joint, as_at));
  const bool too_much = receipts.all().compare(joint.amount->value) > 0;
  Step& step = steps.add(
      "Joint benefit " + joint.id + (joint.description.empty() ? "" : ", " + joint.description) +
          ": " + pounds(joint.amount->value) + " was obtained by " +
          std::to_string(joint.members.size()) + " together and is recovered once; " +
          pounds(receipts.all()) + " was received by " + long_text(as_at) + "." +
          (receipts.later() > 0 ? " What was received later is left out." : ""),
      authority);
  step.figure = joint.amount->value;
  step.citations = {joint.amount->citation};
  for (StatedPlace& place : receipts.cited("")) step.citations.push_back(std::move(place));
  steps.want(step, receipts.missing());
  if (too_much) {
    steps.want(step, {name + ": why more was received than the joint benefit"});
  }
  for (const JointMember& member : joint.members) {
    if (auto written = write_member(steps, joint, member, receipts); !written) return written;
  }
  return {};
}

}  // namespace

Result<void> write_joint_benefits(StepList& steps, const AssessmentFacts& facts, Date as_at) {
  for (const JointBenefit& joint : facts.joint_benefits) {
    if (auto written = write_joint(steps, joint, as_at); !written) return written;
  }
  return {};
}

}  // namespace recoup
