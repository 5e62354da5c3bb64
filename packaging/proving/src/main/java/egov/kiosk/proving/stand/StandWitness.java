package egov.kiosk.proving.stand;

import egov.kiosk.proving.audit.Witness;
import java.io.IOException;
import java.util.Optional;

/** Asks the platform and the kiosk of a stand. */
final class StandWitness implements Witness {
  private final Platform platform;
  private final KioskProcess kiosk;
  private final Soundness file;

  /**
   * @param file what the last look at the queue's file found
   */
  StandWitness(Platform platform, KioskProcess kiosk, Soundness file) {
    this.platform = platform;
    this.kiosk = kiosk;
    this.file = file;
  }

  @Override
  public Optional<String> number(String id) throws IOException, InterruptedException {
    return platform.find(id);
  }

  @Override
  public long count() throws IOException, InterruptedException {
    return platform.count();
  }

  @Override
  public String standing(String id, long sequence) throws InterruptedException {
    return kiosk.find(id, sequence);
  }

  @Override
  public boolean reportedMissing(long sequence) {
    return file.missing(sequence);
  }
}
