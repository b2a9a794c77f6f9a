System.Console.WriteLine("duty");
