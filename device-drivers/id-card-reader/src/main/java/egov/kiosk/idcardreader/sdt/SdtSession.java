package egov.kiosk.idcardreader.sdt;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command, one answer, over a link (half duplex). A command is sent at most twice: again when
 * its answer comes damaged, broken off or not at all, or when the module did not understand it.
 * Bytes left over from before are thrown away first, and an answer that cannot belong to the
 * command is ignored. Not thread safe; all of it runs on the device's thread.
 */
public final class SdtSession {
  private static final Logger LOG = LoggerFactory.getLogger(SdtSession.class);
  private static final int ATTEMPTS = 2;
  private static final int STALE_LIMIT = 64 * 1024;

  private final String device;
  private final Link link;
  private final SdtTimings timings;
  private final SdtDecoder decoder = new SdtDecoder();
  private final byte[] chunk = new byte[4096];
  private long bytesOnWire;

  /**
   * @param device the device's name, for messages
   * @param link not closed here
   */
  public SdtSession(String device, Link link, SdtTimings timings) {
    this.device = Objects.requireNonNull(device, "device");
    this.link = Objects.requireNonNull(link, "link");
    this.timings = Objects.requireNonNull(timings, "timings");
  }

  /**
   * Sends a command and returns the module's answer, whatever its status.
   *
   * @param limit how long one attempt may take, if that is less than configured for the command
   * @param data the command's data bytes, usually none
   * @return the answer; the caller closes it
   * @throws DeviceException {@link FaultCode#NO_ANSWER}, {@link FaultCode#LINE_NOISE} when the
   *     answer was damaged twice, {@link FaultCode#PROTOCOL_ERROR} when it belongs to no such
   *     command
   * @throws LinkException when the device is gone
   * @throws InterruptedException when the thread was interrupted; the next command starts afresh
   */
  public SdtReply exchange(SdtCommand command, Duration limit, byte... data)
      throws DeviceException, LinkException, InterruptedException {
    byte[] request = SdtFrame.request(command, data);
    Duration configured = timings.of(command);
    Duration time = limit.compareTo(configured) < 0 ? limit : configured;
    for (int attempt = 1; true; attempt++) {
      Answer answer = attempt(command, request, time);
      boolean last = attempt == ATTEMPTS;
      if (answer.reply().isPresent() && (last || !answer.wantsResend())) {
        return answer.reply().get();
      }
      if (last) {
        throw answer.trouble().failure(device, command);
      }
      LOG.warn("{}: {} is sent again: {}", device, command, answer.reason());
    }
  }

  /** Whether the module answers at all, whatever it says: one question, sent once. */
  public boolean answers(Duration limit) throws LinkException, InterruptedException {
    Answer answer = attempt(SdtCommand.STATUS, SdtFrame.request(SdtCommand.STATUS), limit);
    answer.reply().ifPresent(SdtReply::close);
    return answer.reply().isPresent();
  }

  private Answer attempt(SdtCommand command, byte[] request, Duration time)
      throws LinkException, InterruptedException {
    decoder.clear();
    link.discard(STALE_LIMIT);
    link.write(request, time);
    bytesOnWire += request.length;
    try {
      return await(command, Deadline.after(time));
    } finally {
      decoder.clear();
      Arrays.fill(chunk, (byte) 0);
    }
  }

  private Answer await(SdtCommand command, Deadline deadline)
      throws LinkException, InterruptedException {
    Trouble trouble = Trouble.SILENCE;
    do {
      int most = Math.min(chunk.length, decoder.room());
      int count = link.read(chunk, 0, most, deadline.remaining());
      if (count == 0) {
        break;
      }
      decoder.accept(chunk, 0, count);
      for (Optional<SdtReply> one = decoder.next(); one.isPresent(); one = decoder.next()) {
        SdtReply reply = one.get();
        if (command.fits(reply)) {
          if (command.readsCard() && decoder.holdsMore()) {
            // Which of the two lies on the reader? Neither is taken.
            reply.close();
            return Answer.of(Trouble.STRANGE_ANSWER);
          }
          bytesOnWire += reply.frameLength();
          return Answer.of(reply);
        }
        reply.close();
        trouble = Trouble.STRANGE_ANSWER;
      }
      if (decoder.sawDamage()) {
        return Answer.of(Trouble.DAMAGE);
      }
      if (trouble == Trouble.SILENCE) {
        trouble = Trouble.BROKEN_OFF;
      }
    } while (!deadline.passed());
    return Answer.of(trouble);
  }

  /**
   * Listens for a while and drops what comes. Waiting this way notices at once when the device
   * goes.
   */
  public void rest(Duration time) throws LinkException, InterruptedException {
    Deadline deadline = Deadline.after(time);
    int dropped;
    do {
      dropped = link.read(chunk, 0, chunk.length, deadline.remaining());
    } while (dropped > 0 && !deadline.passed());
    Arrays.fill(chunk, (byte) 0);
  }

  /** Notices whether the device is still there, without sending anything. */
  public void glance() throws LinkException, InterruptedException {
    link.discard(STALE_LIMIT);
  }

  /** All bytes of requests sent and answers accepted so far, both directions. */
  public long bytesOnWire() {
    return bytesOnWire;
  }
}
