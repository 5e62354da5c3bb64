package egov.kiosk.cabinet.modbus;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One request at a time to one board, each sent at most twice. One thread.
 *
 * <p>Faults: {@link FaultCode#NO_ANSWER} when nothing came, {@link FaultCode#LINE_NOISE} when what
 * came was no answer, {@link FaultCode#PROTOCOL_ERROR} when the board refuses.
 */
public final class ModbusMaster {
  private static final int TRIES = 2;
  private static final int STALE_LIMIT = 4096;
  private static final int BUSY = 6;

  /**
   * Three and a half characters at 9600 baud, by which boards know the end of a frame (2.5.1.1).
   */
  private static final Duration SILENCE = Duration.ofMillis(4);

  private final String device;
  private final Link link;
  private final int unit;
  private final Duration answerLimit;
  private final byte[] buffer = new byte[64];

  /**
   * @param device the device's name, for faults
   * @param unit the board's address, 1 to 247
   * @param answerLimit how long one answer may take
   */
  public ModbusMaster(String device, Link link, int unit, Duration answerLimit) {
    this.device = Objects.requireNonNull(device, "device");
    this.link = Objects.requireNonNull(link, "link");
    this.unit = unit;
    this.answerLimit = Objects.requireNonNull(answerLimit, "answerLimit");
  }

  /** Function 1. */
  public boolean[] coils(int first, int count)
      throws DeviceException, LinkException, InterruptedException {
    return bits(Request.readBits(Request.READ_COILS, first, count));
  }

  /** Function 2. */
  public boolean[] inputs(int first, int count)
      throws DeviceException, LinkException, InterruptedException {
    return bits(Request.readBits(Request.READ_INPUTS, first, count));
  }

  /** Function 3. */
  public int[] holdingRegisters(int first, int count)
      throws DeviceException, LinkException, InterruptedException {
    return words(Request.readRegisters(Request.READ_HOLDING_REGISTERS, first, count));
  }

  /** Function 4. */
  public int[] inputRegisters(int first, int count)
      throws DeviceException, LinkException, InterruptedException {
    return words(Request.readRegisters(Request.READ_INPUT_REGISTERS, first, count));
  }

  /** Function 5. */
  public void coil(int number, boolean on)
      throws DeviceException, LinkException, InterruptedException {
    send(Request.writeCoil(number, on));
  }

  /** Function 15. */
  public void coils(int first, boolean[] on)
      throws DeviceException, LinkException, InterruptedException {
    send(Request.writeCoils(first, on));
  }

  /** Function 16. */
  public void registers(int first, int[] values)
      throws DeviceException, LinkException, InterruptedException {
    send(Request.writeRegisters(first, values));
  }

  private boolean[] bits(Request request)
      throws DeviceException, LinkException, InterruptedException {
    byte[] data = send(request);
    boolean[] bits = new boolean[request.count()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (data[i / 8] >> i % 8 & 1) == 1;
    }
    return bits;
  }

  private int[] words(Request request) throws DeviceException, LinkException, InterruptedException {
    byte[] data = send(request);
    int[] words = new int[request.count()];
    for (int i = 0; i < words.length; i++) {
      words[i] = (data[2 * i] & 0xFF) << 8 | data[2 * i + 1] & 0xFF;
    }
    return words;
  }

  private byte[] send(Request request) throws DeviceException, LinkException, InterruptedException {
    DeviceException last = null;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        return once(request);
      } catch (DeviceException e) {
        last = e;
      }
    }
    throw last;
  }

  private byte[] once(Request request) throws DeviceException, LinkException, InterruptedException {
    Thread.sleep(SILENCE.toMillis());
    link.discard(STALE_LIMIT);
    link.write(request.frame(unit), answerLimit);
    AnswerReader reader = new AnswerReader(unit, request);
    Deadline deadline = Deadline.after(answerLimit);
    while (!deadline.passed()) {
      int count = link.read(buffer, 0, buffer.length, deadline.remaining());
      for (int i = 0; i < count; i++) {
        Optional<AnswerReader.Outcome> outcome = reader.accept(buffer[i]);
        if (outcome.isPresent()) {
          return data(outcome.get(), request);
        }
      }
    }
    throw reader.noise()
        ? fault(FaultCode.LINE_NOISE, "what comes back is no answer; check wiring and baud rate")
        : fault(FaultCode.NO_ANSWER, "the board does not answer; check its power and address");
  }

  private byte[] data(AnswerReader.Outcome outcome, Request request) throws DeviceException {
    if (outcome instanceof AnswerReader.Outcome.Data data) {
      return data.bytes();
    }
    int exception = ((AnswerReader.Outcome.Refusal) outcome).exception();
    throw exception == BUSY
        ? fault(FaultCode.NO_ANSWER, "the board is busy and stays so; switch it off and on")
        : fault(
            FaultCode.PROTOCOL_ERROR,
            "the board refuses function "
                + request.function()
                + " (exception "
                + exception
                + "); correct the configured numbers");
  }

  private DeviceException fault(FaultCode fault, String message) {
    return new DeviceException(fault, device, message);
  }
}
