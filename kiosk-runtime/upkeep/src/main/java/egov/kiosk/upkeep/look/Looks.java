package egov.kiosk.upkeep.look;

import egov.kiosk.domain.health.HealthCheck;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Every look at the machine that is no room's own. Stateless. */
public final class Looks {
  private Looks() {}

  /**
   * This process, as far as it matters.
   *
   * @param java the feature number of its Java
   * @param arguments its virtual machine's
   * @param user whom it runs as
   * @param processors how many it may use
   */
  public record Program(int java, List<String> arguments, String user, int processors) {
    public Program {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * The looks, each under a name of its own.
   *
   * @param machine where they look
   * @param network what is asked of the network
   * @param rooms what is asked of the runtime
   * @param program this process
   */
  public static List<HealthCheck> at(
      Machine machine, Network network, Rooms rooms, Program program) {
    return Stream.of(
            new TimeLooks(machine, ZoneId::systemDefault).all(),
            new NetworkLooks(machine, network, rooms).all(),
            new DiskLooks(machine).all(),
            new SystemLooks(machine, program.processors()).all(),
            new ProgramLooks(machine, program).all(),
            new SecretLooks(machine, program.user()).all(),
            new WorkLooks(machine, rooms).all())
        .flatMap(List::stream)
        .map(HealthCheck.class::cast)
        .toList();
  }
}
