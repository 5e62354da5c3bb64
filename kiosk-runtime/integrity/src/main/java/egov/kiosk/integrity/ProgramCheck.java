package egov.kiosk.integrity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares an installation with its signed list: altered, missing and added files. Takes as long as
 * reading everything once; between files it asks whether it is still wanted.
 */
public final class ProgramCheck {
  private final Path home;
  private final ProgramTrust trust;
  private final Set<String> alsoBelieved;
  private final InstantSource clock;

  /**
   * @param home the installation
   * @param alsoBelieved SM3 of files that an integrator added, such as drivers
   */
  public ProgramCheck(
      Path home, ProgramTrust trust, Set<String> alsoBelieved, InstantSource clock) {
    this.home = home;
    this.trust = trust;
    this.alsoBelieved = Set.copyOf(alsoBelieved);
    this.clock = clock;
  }

  /** Asked between files. */
  @FunctionalInterface
  public interface Pace {
    /**
     * Waits a little, so that the check is nobody's burden.
     *
     * @throws InterruptedException when the check is not wanted any more
     */
    void next() throws InterruptedException;
  }

  /**
   * Checks.
   *
   * @throws InterruptedException when it was not wanted any more
   */
  public Verdict run(Pace pace) throws InterruptedException {
    try {
      return compare(read(), pace);
    } catch (ProgramListException e) {
      return Verdict.refused(e.getMessage());
    } catch (IOException e) {
      return Verdict.refused("the program files cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private ProgramList read() throws IOException, ProgramListException {
    Path list = home.resolve(ProgramList.FILE_NAME);
    Path signature = home.resolve(ProgramList.SIGNATURE_NAME);
    if (!Files.isRegularFile(list) || !Files.isRegularFile(signature)) {
      throw new ProgramListException("the list of program files or its signature is missing");
    }
    if (Files.size(list) > ProgramList.MOST_BYTES
        || Files.size(signature) > 2L * ProgramList.MOST_BYTES) {
      throw new ProgramListException("the list of program files is larger than any may be");
    }
    return trust.check(Files.readAllBytes(list), Files.readAllBytes(signature), clock);
  }

  private Verdict compare(ProgramList list, Pace pace) throws IOException, InterruptedException {
    Installed installed = new Installed(home);
    Set<String> there = installed.paths();
    List<String> faults = new ArrayList<>();
    long bytes = 0;
    int whole = 0;
    for (ProgramFile file : list.files().values()) {
      pace.next();
      if (!there.remove(file.path())) {
        faults.add(file.path() + " is missing");
      } else if (!installed.isPlain(file) || !installed.sm3(file.path()).equals(file.sm3())) {
        faults.add(file.path() + " was altered");
      } else {
        whole++;
        bytes += file.size();
      }
    }
    for (String added : there) {
      pace.next();
      if (!Files.isRegularFile(home.resolve(added), java.nio.file.LinkOption.NOFOLLOW_LINKS)
          || !alsoBelieved.contains(installed.sm3(added))) {
        faults.add(added + " was added");
      }
    }
    int shown = Math.min(faults.size(), Verdict.MOST);
    return new Verdict(whole, bytes, faults.subList(0, shown), faults.size());
  }
}
