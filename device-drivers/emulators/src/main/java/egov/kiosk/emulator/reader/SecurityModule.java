package egov.kiosk.emulator.reader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The security control module (安全控制模块, SAM): from request to answer, without bytes on a wire and
 * without waiting. See {@link ModuleState} for its states.
 *
 * <p>Used by the device thread only. The caller asks {@link #thinking} first, lets that time pass
 * and then asks {@link #answer}: what happens to the card meanwhile decides the answer.
 */
final class SecurityModule {
  private static final Duration FIND_MISS = Duration.ofMillis(150);
  private static final Duration READING = Duration.ofMillis(300);
  private static final Duration READING_FINGERPRINTS = Duration.ofMillis(600);
  private static final int MANAGEMENT_NUMBER_LENGTH = 28;
  private static final int NEW_ADDRESS_LENGTH = 70;

  private final CardTray tray;
  private final ArmedFaults faults;
  private final Repoll repoll;
  private final byte[] id;
  private ModuleState state = ModuleState.IDLE;
  private CardTray.Look found = new CardTray.Look(Optional.empty(), -1);
  private long readGeneration = -1;

  /**
   * @param id 16 bytes, as they cross the wire
   */
  SecurityModule(CardTray tray, ArmedFaults faults, Repoll repoll, byte[] id) {
    this.id = id.clone();
    this.tray = tray;
    this.faults = faults;
    this.repoll = repoll;
  }

  /** For the tests that walk the table of moves. */
  ModuleState state() {
    return state;
  }

  /** How long the module works on a request before the answer begins. */
  Duration thinking(Arrival arrival) {
    Optional<Command> command = command(arrival);
    if (command.equals(Optional.of(Command.FIND))) {
      return findable(tray.look()) ? Duration.ZERO : FIND_MISS;
    }
    if (command.filter(Command::readsCard).isEmpty() || !cardStillSelected()) {
      return Duration.ZERO;
    }
    return command.get() == Command.READ ? READING : READING_FINGERPRINTS;
  }

  /** The answer, as things stand now. */
  Reply answer(Arrival arrival) {
    if (arrival instanceof Arrival.WrongChecksum) {
      return Reply.of(Status.CHECKSUM_WRONG);
    }
    if (!(arrival instanceof Arrival.Request request)) {
      return Reply.of(Status.LENGTH_WRONG);
    }
    Optional<Command> command = Command.of(request.code());
    for (Fault fault : Fault.values()) {
      if (fault.status().isPresent() && faults.strikes(fault, command)) {
        return Reply.of(fault.status().get());
      }
    }
    if (command.isEmpty() || faults.strikes(Fault.NO_FINGERPRINT_COMMAND, command)) {
      return Reply.of(Status.COMMAND_WRONG);
    }
    if (request.dataLength() != command.get().dataLength()) {
      return Reply.of(Status.LENGTH_WRONG);
    }
    return obey(command.get(), request.code());
  }

  private Reply obey(Command command, int code) {
    return switch (command) {
      case RESET -> reset();
      case STATUS, SET_RADIO_BYTES -> Reply.of(Status.OK);
      case MODULE_ID -> Reply.of(Status.OK, id);
      case FIND -> find();
      case SELECT -> select();
      case READ, READ_WITH_FINGERPRINTS -> read(command);
      case READ_NEW_ADDRESSES -> ifSelected(this::newAddresses);
      case READ_MANAGEMENT_NUMBER ->
          ifSelected(card -> Reply.of(Status.OK, new byte[MANAGEMENT_NUMBER_LENGTH]));
      case SET_BAUD -> new Reply(AnswerFrame.of(Status.OK), Baud.ofIndex(code & 0xFF));
    };
  }

  private Reply reset() {
    state = ModuleState.IDLE;
    return Reply.of(Status.OK);
  }

  private Reply find() {
    CardTray.Look look = tray.look();
    if (!findable(look)) {
      state = ModuleState.IDLE;
      return Reply.of(Status.NO_CARD);
    }
    found = look;
    state = ModuleState.FOUND;
    return Reply.of(Status.CARD_FOUND, new byte[4]);
  }

  private boolean findable(CardTray.Look look) {
    boolean readAlready = repoll == Repoll.LIFT && look.generation() == readGeneration;
    return look.card().isPresent() && !readAlready;
  }

  private Reply select() {
    if (!state.selectable() || !cardStillThere()) {
      state = ModuleState.IDLE;
      return Reply.of(Status.SELECT_FAILED);
    }
    if (!found.card().orElseThrow().idCard()) {
      state = ModuleState.IDLE;
      return Reply.of(Status.CARD_TYPE_WRONG);
    }
    state = ModuleState.SELECTED;
    return Reply.of(Status.OK, new byte[8]);
  }

  private Reply read(Command command) {
    if (cardStillSelected() && faults.strikes(Fault.PULLED, Optional.of(command))) {
      tray.lift();
    }
    return ifSelected(
        card -> {
          state = ModuleState.READ;
          readGeneration = found.generation();
          return command == Command.READ ? withPortrait(card) : withFingerprints(card);
        });
  }

  private static Reply withPortrait(Card card) {
    byte[] lengths = lengths(CardLayout.TEXT_LENGTH, PortraitBlock.LENGTH);
    return Reply.of(Status.OK, lengths, card.textBlock(), card.portrait().bytes());
  }

  private static Reply withFingerprints(Card card) {
    int fingersLength = card.fingers() * Card.FINGER_LENGTH;
    byte[] lengths = lengths(CardLayout.TEXT_LENGTH, PortraitBlock.LENGTH, fingersLength);
    byte[] fingers = new byte[fingersLength];
    return Reply.of(Status.OK, lengths, card.textBlock(), card.portrait().bytes(), fingers);
  }

  private static byte[] lengths(int... lengths) {
    ByteBuffer bytes = ByteBuffer.allocate(lengths.length * Short.BYTES);
    for (int length : lengths) {
      bytes.putShort((short) length);
    }
    return bytes.array();
  }

  private Reply newAddresses(Card card) {
    if (card.newAddresses().isEmpty()) {
      return Reply.of(Status.NO_CONTENT);
    }
    StringBuilder padded = new StringBuilder();
    for (String address : card.newAddresses()) {
      padded.append(address).append(" ".repeat(NEW_ADDRESS_LENGTH / 2 - address.length()));
    }
    return Reply.of(Status.OK, padded.toString().getBytes(StandardCharsets.UTF_16LE));
  }

  private interface OnCard {
    Reply apply(Card card);
  }

  private Reply ifSelected(OnCard action) {
    if (!cardStillSelected()) {
      state = ModuleState.IDLE;
      return Reply.of(Status.READ_FAILED);
    }
    return action.apply(found.card().orElseThrow());
  }

  private boolean cardStillSelected() {
    return state.readable() && cardStillThere();
  }

  private boolean cardStillThere() {
    return tray.look().generation() == found.generation();
  }

  private static Optional<Command> command(Arrival arrival) {
    return arrival instanceof Arrival.Request request
        ? Command.of(request.code())
        : Optional.empty();
  }
}
