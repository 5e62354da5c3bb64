package egov.kiosk.emulator.reader;

import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong. Names on the control line are the constants in kebab-case. */
enum Fault {
  /** Noise before the answer, ending like the beginning of a preamble. */
  JUNK,
  /** The answer comes in drips of 64 bytes with pauses. */
  DRIP,
  BAD_CHECKSUM,
  /** The answer ends in the middle. */
  TRUNCATED,
  /** No answer at all. */
  SILENT,
  /** The length says one more than there is, and the checksum agrees with it. */
  WRONG_LENGTH,
  /** The answer comes twice, as if two cards had been read at once. */
  DOUBLED,
  /** The answer to the command before comes instead. */
  LATE,
  /** Ten megabytes of noise before the answer, ending like the beginning of a preamble. */
  FLOOD,
  UNAUTHORISED(Status.NOT_AUTHORISED),
  SELF_TEST(Status.SELF_TEST_FAILED),
  CARD_REJECTS_MODULE(Status.CARD_REJECTS_MODULE),
  MODULE_REJECTS_CARD(Status.MODULE_REJECTS_CARD),
  INFORMATION_ERROR(Status.INFORMATION_ERROR),
  RANDOM_NUMBER(Status.RANDOM_NUMBER_FAILED),
  UNRECOGNISED(Status.UNRECOGNISED),
  READ_FAILED(Status.READ_FAILED),
  /** The card is pulled while it is read: 41, and the reader is empty afterwards. */
  PULLED,
  /** An old module that does not know 30 10. */
  NO_FINGERPRINT_COMMAND;

  private final Status status;

  Fault() {
    this(null);
  }

  Fault(Status status) {
    this.status = status;
  }

  /** The status this fault answers with whatever was asked, if it is of that kind. */
  Optional<Status> status() {
    return Optional.ofNullable(status);
  }

  /** Whether the fault can strike a request at all. */
  boolean concerns(Optional<Command> command) {
    return switch (this) {
      case PULLED, READ_FAILED -> command.filter(Command::readsCard).isPresent();
      case NO_FINGERPRINT_COMMAND ->
          command.filter(c -> c == Command.READ_WITH_FINGERPRINTS).isPresent();
      default -> true;
    };
  }

  static Optional<Fault> named(String word) {
    String constant = word.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Fault fault : values()) {
      if (fault.name().equals(constant)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
