package egov.kiosk.printer;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.Condition;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkFault;
import egov.kiosk.link.PluggedConnection;
import egov.kiosk.printer.escpos.PaperConfirmation;
import egov.kiosk.printer.escpos.SerialNumber;
import egov.kiosk.printer.escpos.StatusByte;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** An open link to a printer: questions and their answers. Lives on the device's thread. */
final class PrinterConnection implements PluggedConnection {
  private static final int STALE_LIMIT = 64 * 1024;
  private static final Duration QUIET = Duration.ofMillis(50);

  private final Link link;
  private final Duration statusTimeout;
  private final byte[] one = new byte[1];

  /** From sending a slip until its confirmation was taken; nothing may be dropped meanwhile. */
  private boolean slipUnderWay;

  private boolean confirmationCame;
  private Optional<DeviceIdentity> identity = Optional.empty();

  /** Whether it was to be asked who it is; from then on it is asked as soon as it can answer. */
  private boolean greeted;

  private PrinterCondition seen = new PrinterCondition(false, Set.of());
  private boolean spent;

  PrinterConnection(Link link, Duration statusTimeout) {
    this.link = link;
    this.statusTimeout = statusTimeout;
  }

  /**
   * Asks all four status bytes.
   *
   * @throws DeviceException {@link FaultCode#NO_ANSWER}, or {@link FaultCode#PROTOCOL_ERROR} when
   *     only bytes came that are no status
   */
  PrinterCondition condition(Deadline deadline)
      throws DeviceException, LinkException, InterruptedException {
    Set<FaultCode> faults = EnumSet.noneOf(FaultCode.class);
    boolean offline = false;
    for (StatusByte question : StatusByte.values()) {
      int value = ask(question, deadline);
      faults.addAll(question.faults(value));
      offline |= question.offline(value);
    }
    seen = new PrinterCondition(offline, faults);
    return seen;
  }

  /**
   * Has the printer say who it is. One that stands still is not asked: its answer would come in the
   * middle of something else. It is asked over a new connection as soon as it is well.
   *
   * @param otherwise who it is when it does not tell
   * @throws LinkException {@link LinkFault#STUCK} also when it still prints: ask again later
   */
  void introduce(DeviceIdentity otherwise) throws LinkException, InterruptedException {
    greeted = true;
    if (seen.obstacle().isEmpty()) {
      link.discard(STALE_LIMIT);
      link.write(SerialNumber.question(), statusTimeout);
      Optional<byte[]> told = answer(Deadline.after(statusTimeout));
      if (told.isPresent()) {
        dropRepetitions();
      } else {
        mustBeIdle();
      }
      identity =
          Optional.of(
              told.flatMap(SerialNumber::of)
                  .map(number -> new DeviceIdentity(DeviceIdentity.Kind.SERIAL, number))
                  .orElse(otherwise));
    }
  }

  /**
   * Silence has two meanings: a printer that does not know the question, or one that has not come
   * to it yet. Answers come in order, so one that answers a later question passed the former over.
   */
  private void mustBeIdle() throws LinkException, InterruptedException {
    link.write(PaperConfirmation.question(), statusTimeout);
    boolean idle =
        link.read(one, 0, 1, statusTimeout) == 1
            && PaperConfirmation.isAnswer(Byte.toUnsignedInt(one[0]));
    if (!idle) {
      throw new LinkException(LinkFault.STUCK, "it is busy and does not say who it is yet");
    }
  }

  /**
   * A printer that was busy is asked over and over, and may answer every time at once when it is
   * done. The zero at the end of such an answer must not pass for a slip's confirmation.
   */
  private void dropRepetitions() throws LinkException, InterruptedException {
    Deadline end = Deadline.after(statusTimeout);
    boolean more = true;
    while (more && !end.passed()) {
      more = link.read(one, 0, 1, QUIET) > 0;
    }
  }

  private Optional<byte[]> answer(Deadline deadline) throws LinkException, InterruptedException {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    boolean begun = false;
    for (int i = 0; i < SerialNumber.LONGEST && !deadline.passed(); i++) {
      if (link.read(one, 0, 1, deadline.remaining()) == 0) {
        return Optional.empty();
      }
      int value = Byte.toUnsignedInt(one[0]);
      if (begun && SerialNumber.ends(value)) {
        return Optional.of(told.toByteArray());
      }
      if (begun) {
        told.write(value);
      }
      begun |= SerialNumber.begins(value);
    }
    return Optional.empty();
  }

  @Override
  public Optional<DeviceIdentity> identity() {
    return identity;
  }

  /** What {@link #condition(Deadline)} said last. */
  PrinterCondition seen() {
    return seen;
  }

  /**
   * A job ended in doubt and may still sit in the printer: what the printer says from now on over
   * this connection belongs to that job, so the next look makes a new one.
   */
  void spent() {
    spent = true;
  }

  @Override
  public void glance() throws DeviceException, LinkException, InterruptedException {
    if (spent) {
      throw new LinkException(LinkFault.LOST, "a new connection is needed after a job in doubt");
    }
    condition(Deadline.after(statusTimeout.multipliedBy(StatusByte.values().length)));
    if (greeted && identity.isEmpty() && seen.obstacle().isEmpty()) {
      throw new LinkException(LinkFault.LOST, "it can say now who it is, over a new connection");
    }
  }

  @Override
  public Condition condition() {
    return new Condition(seen.state(), seen.faults());
  }

  private int ask(StatusByte question, Deadline deadline)
      throws DeviceException, LinkException, InterruptedException {
    Duration time = deadline.remainingAtMost(statusTimeout);
    if (!slipUnderWay) {
      link.discard(STALE_LIMIT);
    }
    link.write(question.question(), time);
    return await(StatusByte::isStatus, Deadline.after(time));
  }

  /** Sends a slip and the question whose answer proves that it was printed. */
  void send(byte[] slip, Deadline deadline) throws LinkException, InterruptedException {
    byte[] job = new byte[slip.length + PaperConfirmation.question().length];
    System.arraycopy(slip, 0, job, 0, slip.length);
    System.arraycopy(PaperConfirmation.question(), 0, job, slip.length, job.length - slip.length);
    link.discard(STALE_LIMIT);
    slipUnderWay = true;
    confirmationCame = false;
    link.write(job, deadline.remaining());
  }

  /**
   * Waits for that answer.
   *
   * @return false when it did not come in this time
   */
  boolean confirmed(Duration time) throws LinkException, InterruptedException {
    if (!confirmationCame) {
      try {
        await(PaperConfirmation::isAnswer, Deadline.after(time));
      } catch (DeviceException e) {
        return false;
      }
    }
    slipUnderWay = false;
    return true;
  }

  /**
   * The first byte of the kind awaited. Of the others only a slip's confirmation counts: it may
   * come while the printer is asked for something else.
   */
  private int await(IntPredicate kind, Deadline deadline)
      throws DeviceException, LinkException, InterruptedException {
    boolean heard = false;
    do {
      if (link.read(one, 0, 1, deadline.remaining()) == 0) {
        break;
      }
      int value = Byte.toUnsignedInt(one[0]);
      if (kind.test(value)) {
        return value;
      }
      confirmationCame |= slipUnderWay && PaperConfirmation.isAnswer(value);
      heard = true;
    } while (!deadline.passed());
    FaultCode fault = heard ? FaultCode.PROTOCOL_ERROR : FaultCode.NO_ANSWER;
    throw new DeviceException(fault, EscPosPrinter.NAME, PrinterAdvice.of(fault));
  }

  @Override
  public void close() {
    link.close();
  }
}
