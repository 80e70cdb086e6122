package dev.tabellio.jobs.verify;

import dev.tabellio.jobs.config.ConfigReader;
import dev.tabellio.jobs.config.TabellioConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the home folder can be written and which configuration is in force. */
public final class HomeProbe implements Probe {

    private final TabellioConfig config;

    public HomeProbe(TabellioConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "home";
    }

    @Override
    public Answer look() {
        Path home = config.home();
        try {
            Files.createDirectories(home);
            // the name is not ASCII: source files have such names too, and the locale decides whether Java can open
            // them
            Path trial = home.resolve(".verify-\u00fc");
            Files.writeString(trial, "");
            Files.delete(trial);
        } catch (IOException e) {
            return Answer.fail(
                    name(),
                    "%s cannot be written (%s)".formatted(home, e),
                    "Give this user the right to write there, or choose another folder with --home or TABELLIO_HOME.");
        } catch (RuntimeException e) {
            return Answer.fail(
                    name(),
                    "file names with other than ASCII letters cannot be used (%s)".formatted(e.getMessage()),
                    "Set LC_ALL=C.UTF-8 before the start; scripts/tabellio does.");
        }
        String configuration = Files.exists(home.resolve(ConfigReader.FILE))
                ? "configured by " + home.resolve(ConfigReader.FILE)
                : "default configuration";
        return Answer.ok(name(), "%s is writable; %s, %d workers".formatted(home, configuration, config.workers()));
    }
}
