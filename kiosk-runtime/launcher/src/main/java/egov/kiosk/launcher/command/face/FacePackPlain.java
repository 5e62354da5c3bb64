package egov.kiosk.launcher.command.face;

import egov.kiosk.launcher.command.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The subcommands of {@code kiosk face pack} that take a name or nothing. */
final class FacePackPlain {
  private FacePackPlain() {}

  /** {@code kiosk face pack list}. */
  @Command(
      name = "list",
      description = "List the packs: which serves, why it is believed, licence, operating points.",
      mixinStandardHelpOptions = true)
  static final class ListPacks implements Callable<Integer> {
    @Mixin private Place place;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      return FacePackCommand.tool(place, spec, "list", List.of());
    }
  }

  /** {@code kiosk face pack self-test}. */
  @Command(
      name = "self-test",
      description = "Let every model answer the picture its pack carries. Exit code 1: one failed.",
      mixinStandardHelpOptions = true)
  static final class SelfTest implements Callable<Integer> {
    @Mixin private Place place;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "one pack (default: all)")
    private String name;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      return FacePackCommand.tool(
          place, spec, "self-test", name == null ? List.of() : List.of(name));
    }
  }

  /** {@code kiosk face pack switch}. */
  @Command(
      name = "switch",
      description = "Put another installed pack in service.",
      mixinStandardHelpOptions = true)
  static final class Switch implements Callable<Integer> {
    @Mixin private Place place;

    @Parameters(paramLabel = "ID", description = "as kiosk face pack list names it")
    private String name;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      return FacePackCommand.tool(place, spec, "switch", List.of(name));
    }
  }

  /** {@code kiosk face pack rollback}. */
  @Command(
      name = "rollback",
      description = "Put the pack that served before this one back in service.",
      mixinStandardHelpOptions = true)
  static final class Rollback implements Callable<Integer> {
    @Mixin private Place place;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      return FacePackCommand.tool(place, spec, "rollback", List.of());
    }
  }

  /** {@code kiosk face pack answers}. */
  @Command(
      name = "answers",
      description = "For makers of packs: print what the models answer to the pack's picture.",
      mixinStandardHelpOptions = true)
  static final class Answers implements Callable<Integer> {
    @Mixin private Place place;

    @Parameters(paramLabel = "DIR", description = "the pack")
    private Path folder;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      return FacePackCommand.tool(
          place, spec, "answers", List.of(folder.toAbsolutePath().toString()));
    }
  }
}
