package egov.kiosk.pageprinter.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import egov.kiosk.domain.device.FaultCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with any bytes changed, added or missing: refused or read, never an accident. */
class IppFuzzTest {
  private static final byte[] ANSWER = answer();

  private static byte[] answer() {
    try {
      IppPacket packet =
          IppPacket.response(Status.successfulOk)
              .setRequestId(1)
              .putPrinterAttributes(
                  Types.printerState.of(PrinterState.idle),
                  Types.printerStateReasons.of("media-low-warning", "toner-low-report"),
                  Types.printerIsAcceptingJobs.of(true),
                  Types.documentFormatSupported.of("application/pdf", "image/pwg-raster"))
              .putJobAttributes(
                  Types.jobId.of(5),
                  Types.jobName.of("x"),
                  Types.jobState.of(JobState.completed),
                  Types.jobImpressionsCompleted.of(2),
                  Types.timeAtProcessing.noValue())
              .build();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      packet.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void look(byte[] bytes) {
    try {
      IppPacket packet = IppExchange.parse(bytes, 1);
      for (AttributeGroup group : packet.getAttributeGroups()) {
        group.getValue(Types.printerState);
        group.getStrings(Types.printerStateReasons);
        group.getValue(Types.printerIsAcceptingJobs);
        group.getStrings(Types.documentFormatSupported);
        group.getValues(Types.pwgRasterDocumentResolutionSupported);
        group.getValue(Types.jobId);
        group.getString(Types.jobName);
        if (group.getValue(Types.jobState) != null) {
          JobSays.of(group.getValue(Types.jobState), group);
        }
      }
    } catch (IppException e) {
      assertTrue(e.getMessage().length() < 200);
    }
  }

  @Test
  void goodAnswer_saysWhatItSays() throws IppException {
    IppPacket packet = IppExchange.parse(ANSWER, 1);
    AttributeGroup job = packet.get(Tag.jobAttributes);
    JobSays says = JobSays.of(job.getValue(Types.jobState), job);
    assertEquals(2, says.sheets().orElseThrow());
  }

  /** {@code -Dkiosk.fuzz=1000000} makes the run a long one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void answers_bentInEveryWay_areNoAccident(long seed) {
    Random random = new Random(seed);
    for (long left = Long.getLong("kiosk.fuzz", 5_000); left > 0; left--) {
      byte[] bytes = ANSWER.clone();
      for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
        bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt(256);
      }
      look(random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
    }
  }

  @Property(tries = 2_000)
  void anyBytes_areNoAccident(@ForAll @Size(max = 300) byte[] tail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(ANSWER, 0, 9);
    bytes.writeBytes(tail);
    look(bytes.toByteArray());
  }

  @Property(tries = 500)
  void cutAnswer_isRefused(@ForAll @IntRange(max = 100_000) int cut) {
    byte[] bytes = Arrays.copyOf(ANSWER, cut % ANSWER.length);
    Optional<String> refused = Optional.empty();
    try {
      IppExchange.parse(bytes, 1);
    } catch (IppException e) {
      refused = Optional.of(e.getMessage());
    }
    assertTrue(refused.isPresent());
  }

  @Test
  void reasons_becomeFaults() {
    assertEquals(
        Set.of(FaultCode.PAPER_OUT, FaultCode.PAPER_LOW, FaultCode.COVER_OPEN),
        StateReasons.faults(
            List.of(
                "none", "media-empty-error", "media-low-report", "door-open", "moving-to-paused")));
    assertEquals(Optional.of(FaultCode.PAPER_JAM), StateReasons.fault("media-jam-warning"));
    assertEquals(Optional.of(FaultCode.TONER_OUT), StateReasons.fault("marker-supply-empty-error"));
    assertEquals(Optional.of(FaultCode.PRINTER_ERROR), StateReasons.fault("flux-capacitor-error"));
    assertEquals(Optional.empty(), StateReasons.fault("flux-capacitor-warning"));
    assertEquals(Optional.empty(), StateReasons.fault("paused-report"));
    assertEquals(Optional.of(FaultCode.PRINTER_ERROR), StateReasons.fault("paused"));
  }

  @Property
  void anyReason_isNoAccident(@ForAll String reason) {
    StateReasons.fault(reason);
  }
}
