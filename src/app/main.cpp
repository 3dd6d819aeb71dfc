// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/handover.h"
#include "app/startup.h"
#include "app/translations.h"
#include "app/unixsignals.h"
#include "item/failedwrites.h"
#include "models/icons.h"

#include <QApplication>

#include <cstdio>
#include <optional>
#include <vector>

namespace {

/// The command line as Qt is to see it: QApplication takes "--session FILE" away for the session
/// manager's option of that name, "--session=FILE" it leaves alone.
class CommandLine
{
public:
    CommandLine(int argc, char **argv)
    {
        for (int i = 0; i < argc; ++i) {
            const QByteArray word(argv[i]);
            const bool joins = word == "--session" && i + 1 < argc;
            m_words.push_back(joins ? word + '=' + argv[++i] : word);
        }
        for (auto &word : m_words)
            m_pointers.push_back(word.data());
        m_count = int(m_words.size());
        m_pointers.push_back(nullptr);
    }
    [[nodiscard]] QStringList words() const
    {
        QStringList words;
        for (const auto &word : m_words)
            words << QString::fromLocal8Bit(word);
        return words;
    }
    // Qt keeps both by reference.
    int &argc() { return m_count; }
    char **argv() { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_words;
    std::vector<char *> m_pointers;
    int m_count = 0;
};

int print(const QString &text, trawl::app::ExitStatus status)
{
    auto *stream = status == trawl::app::ExitStatus::Ok ? stdout : stderr;
    std::fputs(text.toLocal8Bit().constData(), stream);
    return int(status);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("trawl"));
    QCoreApplication::setOrganizationName(QStringLiteral("trawl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TRAWL_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("trawl"));
}

/// Its numbers and dates go with it.
void useChosenLanguage()
{
    QSettings store;
    QLocale::setDefault(trawl::app::chosenLocale(trawl::desktop::Settings(store)));
}

/// Another window takes it.
std::optional<int> answerElsewhere(const trawl::app::Arguments &arguments)
{
    const auto ending = trawl::app::handOver(trawl::app::sessionPath(arguments), arguments.lists,
                                             QProcessEnvironment::systemEnvironment());
    return ending ? std::optional(print(ending->output, ending->status)) : std::nullopt;
}

/// --help, --version, a mistake, a missing display or a window that is open already: all without
/// a window, so the second start is over in no time.
std::optional<int> answerWithoutWindow(const QStringList &words)
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    const bool lacksDisplay = trawl::app::lacksDisplay(environment, words);
    int argc = 1;
    char name[] = "trawl";
    char *argv[] = {name, nullptr};
    QCoreApplication core(argc, argv);
    trawl::app::installTranslations(core, QLocale());
    const auto parsed = trawl::app::parseArguments(words);
    // Qt's own options (-platform …) are a mistake here and taken away by QApplication below.
    if (!parsed.arguments && (parsed.status == trawl::app::ExitStatus::Ok || lacksDisplay))
        return print(parsed.output, parsed.status);
    if (lacksDisplay)
        return print(trawl::app::noDisplayMessage(parsed.arguments->lists),
                     trawl::app::ExitStatus::LocalTrouble);
    return parsed.arguments ? answerElsewhere(*parsed.arguments) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    trawl::item::outliveFailedWrites();
    nameApplication();
    useChosenLanguage();
    CommandLine commandLine(argc, argv);
    if (const auto status = answerWithoutWindow(commandLine.words()))
        return *status;
    QApplication application(commandLine.argc(), commandLine.argv());
    trawl::app::installTranslations(application, QLocale());
    QApplication::setWindowIcon(trawl::models::icon(u"trawl"));
    const auto parsed = trawl::app::parseArguments(QCoreApplication::arguments());
    if (!parsed.arguments)
        return print(parsed.output, parsed.status);
    if (const auto status = answerElsewhere(*parsed.arguments))
        return *status;
    trawl::app::UnixSignals signals;
    trawl::app::Application trawl(*parsed.arguments);
    QObject::connect(&signals, &trawl::app::UnixSignals::endRequested, &trawl,
                     &trawl::app::Application::end);
    trawl.begin();
    return QApplication::exec();
}
