// Counts Shift pressed three times by itself. Shift held for a capital letter does not count, any
// other key starts the count over, and so does waiting longer than `patience_ms` after a press.

export const shift_patience_ms = 5000;

export class ShiftThree {
  private pressed_ = 0;
  private pressed_at_ = 0;
  private was_modifier_ = false;

  /// Takes one key that went up, with whether Shift is still down. The answer is how many presses
  /// have been counted: 3 means leave, and starts over.
  key_up(key: string, shift_held: boolean, now: number): number {
    if (now - this.pressed_at_ > shift_patience_ms) this.pressed_ = 0;
    if (key === 'Shift' && !this.was_modifier_) {
      this.pressed_ += 1;
      this.pressed_at_ = now;
    } else if (key !== 'Shift') {
      this.pressed_ = 0;
    }
    this.was_modifier_ = shift_held;
    const counted = this.pressed_;
    if (counted === 3) this.pressed_ = 0;
    return counted;
  }
}
