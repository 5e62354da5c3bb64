package egov.kiosk.bench.identity;

import egov.kiosk.bench.Ratio;
import egov.kiosk.bench.identity.attack.AttackBench;
import egov.kiosk.bench.identity.attack.AttackPlan;
import egov.kiosk.bench.identity.attack.Cast;
import egov.kiosk.bench.identity.attack.Raster;
import egov.kiosk.domain.citizen.FaceDemand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmarks of face verification; called by {@code packaging/bench identity}. */
@Command(name = "bench identity", mixinStandardHelpOptions = true)
public final class IdentityBench implements Callable<Integer> {
  @Option(names = "--cache", required = true, description = "where face pack and sample faces are")
  private Path cache;

  @Option(
      names = "--pairs",
      description = "a folder with pairs.tsv and images: error rates, too (minutes)")
  private Optional<Path> pairs = Optional.empty();

  @Option(names = "--attacks", description = "presentation attacks instead, see --faces")
  private boolean attacks;

  @Option(
      names = "--faces",
      description = "a folder of pictures of faces that attacks are made of; never copied")
  private Optional<Path> faces = Optional.empty();

  @Option(
      names = "--people",
      description = "how many; more pictures of each when there are fewer (default: 40)")
  private int people = 40;

  @Option(names = "--skip", description = "how many are left out first (default: none)")
  private int skip;

  @Option(
      names = "--half",
      description = "TUNING, UNTOUCHED or BOTH halves of the people (default: ${DEFAULT-VALUE})")
  private Cast.Half half = Cast.Half.UNTOUCHED;

  @Option(names = "--demands", split = ",", description = "LIVENESS, CHALLENGE (default: both)")
  private List<FaceDemand> demands = List.of(FaceDemand.LIVENESS, FaceDemand.CHALLENGE);

  @Option(names = "--hands", description = "presentations at a time (default: 1)")
  private int hands = 1;

  @Option(
      names = "--frame-millis",
      description = "from one frame to the next (default: ${DEFAULT-VALUE})")
  private int frameMillis = 66;

  @Option(
      names = "--raster",
      description = "of prints and screens: VISIBLE, FINE or EITHER (default: ${DEFAULT-VALUE})")
  private Raster raster = Raster.EITHER;

  @Option(
      names = "--real-time",
      description = "let time go by as at a kiosk; otherwise frames make it, and nobody waits")
  private boolean realTime;

  @Option(names = "--infrared", description = "with an infrared camera, simulated, too")
  private boolean infrared;

  @Option(
      names = "--only",
      split = ",",
      description =
          "some of memory, first, compare, guidance, frames, and with --pairs hints, fused,"
              + " rates; or of the attack species")
  private List<String> only = List.of();

  /** Exits with 0 whatever the figures are; they are for people and for comparison. */
  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "bench-logback.xml");
    System.exit(new CommandLine(new IdentityBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Lab lab = new Lab(cache);
    if (attacks) {
      AttackBench.run(lab, plan(lab)).forEach(System.out::println);
      return 0;
    }
    if (wanted("memory")) {
      print(MemoryBench.run(lab));
    }
    if (wanted("first")) {
      print(FirstBench.run(lab));
    }
    if (wanted("compare")) {
      print(CompareBench.run(lab));
    }
    if (wanted("guidance")) {
      print(GuidanceBench.run(lab));
    }
    if (wanted("frames")) {
      FramesBench.run(lab).forEach(IdentityBench::print);
    }
    if (pairs.isPresent()) {
      if (wanted("hints")) {
        HintRates.run(lab, pairs.get()).forEach(System.out::println);
      }
      if (wanted("fused")) {
        FusedRates.run(lab, pairs.get()).forEach(System.out::println);
      }
      if (wanted("rates")) {
        ErrorRates.run(lab, pairs.get()).forEach(System.out::println);
      }
    }
    return 0;
  }

  private AttackPlan plan(Lab lab) {
    return new AttackPlan(
        faces.orElse(lab.faces()),
        skip,
        people,
        half,
        demands,
        only,
        hands,
        Duration.ofMillis(frameMillis),
        raster,
        infrared,
        realTime);
  }

  /** At once, so that a later failure leaves the earlier figures. */
  private static void print(Ratio ratio) {
    System.err.println(ratio.detailLine());
    System.out.println(ratio.line());
  }

  private boolean wanted(String name) {
    if (!only.isEmpty() && !only.contains(name)) {
      return false;
    }
    System.err.println("bench: " + name);
    return true;
  }
}
